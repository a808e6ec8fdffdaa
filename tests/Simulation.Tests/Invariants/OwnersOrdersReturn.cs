using ExitDesk.Domain.Positions;
using ExitDesk.Simulation.Tests.Days;
using ExitDesk.Simulation.Tests.World;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>Beside the ten. An order of the owner's that the desk cancelled, and whose position is still open as the day ends, is back at the broker, or the owner was told that it is not.</summary>
/// <remarks>An order that its owner cancelled in the end is not missed. What was cancelled before the ledger was lost nobody can know of: the account is told as found, and no more.</remarks>
internal sealed class OwnersOrdersReturn(DayWorld world) : Invariant(world)
{
    private readonly HashSet<string> _cancelled = new(StringComparer.Ordinal);

    public override string Name => "owner's orders";

    public override void Lost() => _cancelled.Clear();

    public override void Cancels(string orderId) => _cancelled.Add(orderId);

    public override void Ended()
    {
        foreach (var order in World.Venue.Orders().Where(order => order is { Origin: OrderOrigin.Owner, IsLive: false, Remaining: > 0 }
            && order.CanceledAt - order.CreatedAt < WorldEvents.Resting && _cancelled.Contains(order.Id.ToString())))
        {
            Judge(order);
        }
    }

    private void Judge(VenueOrder order)
    {
        var closings = Ledger.Closings.Values.Where(closing => closing.Displaced.Any(displaced => displaced.Order.Id == order.Id.ToString())).ToList();
        var isOpen = closings.Count == 0 || closings.Any(closing => Ledger.Positions.GetValueOrDefault(closing.PositionId)?.Status.IsLive() == true);
        if (isOpen && World.Watch.Held.GetValueOrDefault(order.Symbol) != 0
            && !closings.Any(closing => Ledger.Posted.Contains($"{closing.Id}:back:{order.Id}:told")))
        {
            Broken($"order {order.Id} of the owner's on {order.Symbol} was cancelled, its position is open, and nobody said what became of it");
        }

        foreach (var back in closings.SelectMany(closing => closing.Displaced).Where(displaced => displaced.Order.Id == order.Id.ToString() && displaced.Return?.OrderId is not null))
        {
            if (World.Venue.Orders().All(known => known.Id.ToString() != back.Return!.OrderId))
            {
                Broken($"order {order.Id} of the owner's is told to be back as {back.Return!.OrderId}, which the broker does not know");
            }
        }
    }
}
