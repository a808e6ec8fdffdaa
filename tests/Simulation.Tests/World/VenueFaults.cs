using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulation.Tests.World;

/// <summary>Faults that the venue plays by itself, once they are in its plan.</summary>
internal sealed class VenueFaults(DayPlan plan)
{
    private static readonly Dictionary<DayFault, Fault> Own = new()
    {
        [DayFault.AsynchronousRejection] = Fault.AsynchronousRejection,
        [DayFault.PartialFills] = Fault.PartialFills,
        [DayFault.FillDuringCancel] = Fault.FillDuringCancel,
        [DayFault.PendingCancel] = Fault.PendingCancel,
        [DayFault.OvernightAssignment] = Fault.EarlyAssignment,
    };

    public FaultPlan Plan { get; } = new(
        Own.Where(pair => plan.Has(pair.Key)).Select(pair => pair.Value).ToHashSet(), (int)(plan.Seed % int.MaxValue));

    public void Count(FaultDesk faults)
    {
        foreach (var (fault, own) in Own)
        {
            if (Plan.Strikes.GetValueOrDefault(own) > 0)
            {
                faults.Bit(fault);
            }
        }
    }
}
