using ExitDesk.Domain.Orders;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Ports;

/// <summary>An order on its way to the broker.</summary>
/// <param name="ClientOrderId">Null for close-position.</param>
/// <param name="Legs">What it trades, in contracts or shares: sold negative.</param>
/// <param name="IsClosePosition">True if the broker itself decides the side.</param>
/// <param name="SentAt">When it left the process.</param>
/// <param name="Job">Who sent it; null outside of any job.</param>
internal sealed record Submission(
    string? ClientOrderId, IReadOnlyList<(string Symbol, decimal Quantity)> Legs, bool IsClosePosition, DateTimeOffset SentAt, DeskJob? Job)
{
    public static Submission OfClose(string symbol, decimal quantity, Wire wire, DeskJob? job) =>
        new(null, [(symbol, quantity)], true, wire.World.Loop.Now, job);

    public static Submission Of(OrderTicket ticket, Wire wire, DeskJob? job) => new(
        ticket.ClientOrderId,
        [.. ticket.Legs.Select(leg => (leg.Symbol, (leg.Side == OrderSide.Buy ? 1 : -1) * leg.Ratio * ticket.Quantity))],
        false, wire.World.Loop.Now, job);

    public override string ToString() =>
        (IsClosePosition ? "close" : $"order {ClientOrderId}") + string.Concat(Legs.Select(leg => $" {leg.Quantity:0.####} {leg.Symbol}"));
}
