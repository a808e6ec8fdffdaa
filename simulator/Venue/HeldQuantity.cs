namespace ExitDesk.Simulator.Venue;

/// <summary>How much of a position is free to be closed.</summary>
/// <param name="Existing">Contracts or shares held, without sign.</param>
/// <param name="HeldForOrders">Remaining quantity of live orders that would reduce it.</param>
/// <param name="RelatedOrders">Those orders, oldest first.</param>
public sealed record HeldQuantity(string Symbol, int Existing, int HeldForOrders, IReadOnlyList<Guid> RelatedOrders)
{
    public int Available => Math.Max(0, Existing - HeldForOrders);
}
