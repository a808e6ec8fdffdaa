namespace ExitDesk.Simulator.Venue;

/// <summary>An order at the moment the broker took it.</summary>
/// <param name="WallClock">Wall time of the acceptance, to be compared with nothing but wall time.</param>
public sealed record AcceptedOrder(VenueOrder Order, DateTimeOffset WallClock);
