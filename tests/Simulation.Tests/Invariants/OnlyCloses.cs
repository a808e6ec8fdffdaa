using ExitDesk.Simulation.Tests.World;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>1. No closing order of ours ever opens or enlarges a position, or crosses through zero.</summary>
/// <remarks>Judged on fills as the venue booked them, and on what was held before and after each.</remarks>
internal sealed class OnlyCloses(DayWorld world) : Invariant(world)
{
    public override string Name => "1";

    public override void Filled(VenueActivity fill, int before, int after)
    {
        if (fill.Fill!.Order.Origin == OrderOrigin.Client && !IsEntry(fill.Fill.Order) && (Math.Abs(after) >= Math.Abs(before) || (long)before * after < 0))
        {
            Broken($"order {fill.Fill.Order.Id} made {before} {fill.Symbol} into {after}");
        }
    }
}
