namespace ExitDesk.Simulator.Venue;

/// <summary>What will become of an order that was just taken. Market time.</summary>
/// <param name="Start">First look at the quote; null: a rejection is on its way.</param>
/// <param name="Rejection">Null: it will not be rejected.</param>
/// <param name="End">Close of its session.</param>
internal sealed record OrderLife(OrderStatus FirstStatus, DateTimeOffset? Start, DateTimeOffset? Rejection, DateTimeOffset End);
