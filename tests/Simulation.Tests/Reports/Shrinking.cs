using ExitDesk.Domain.Closing;
using ExitDesk.Simulation.Tests.Days;
using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Reports;

/// <summary>Makes a failing day shorter while it still breaks the same invariant.</summary>
internal static class Shrinking
{
    /// <summary>The shortest failing prefix of what the seed planned, then less of that where less is enough.</summary>
    public static DayResult Shortest(DayResult failing, CloseGuards guards)
    {
        var best = failing;
        var events = failing.Plan.Faults.Count + failing.Plan.Acts.Count;
        for (var count = 0; count < events; count++)
        {
            if (StillFails(Prefix(failing.Plan, count), failing, guards) is { } shorter)
            {
                best = shorter;
                break;
            }
        }

        best = Without(best, guards, plan => plan.Faults, (plan, faults) => plan with { Faults = faults });
        best = Without(best, guards, plan => plan.Acts, (plan, acts) => plan with { Acts = acts });
        best = Without(best, guards, plan => plan.Entries.Entries, (plan, entries) => plan with { Entries = plan.Entries with { Entries = entries } });
        return Without(best, guards, plan => plan.Windows, (plan, windows) => plan with { Windows = windows });
    }

    /// <summary>The plan with the first events alone, by their time; of a tie the fault goes first.</summary>
    public static DayPlan Prefix(DayPlan plan, int count)
    {
        var (faults, acts) = (0, 0);
        while (faults + acts < count)
        {
            if (acts == plan.Acts.Count || (faults < plan.Faults.Count && plan.Faults[faults].At <= plan.Acts[acts].At))
            {
                faults++;
            }
            else
            {
                acts++;
            }
        }

        return plan with { Faults = [.. plan.Faults.Take(faults)], Acts = [.. plan.Acts.Take(acts)] };
    }

    private static DayResult Without<T>(
        DayResult failing, CloseGuards guards, Func<DayPlan, IReadOnlyList<T>> partsOf, Func<DayPlan, IReadOnlyList<T>, DayPlan> with)
    {
        var best = failing;
        for (var i = partsOf(best.Plan).Count - 1; i >= 0; i--)
        {
            var fewer = partsOf(best.Plan).Where((_, index) => index != i).ToList();
            best = StillFails(with(best.Plan, fewer), failing, guards) ?? best;
        }

        return best;
    }

    private static DayResult? StillFails(DayPlan plan, DayResult failing, CloseGuards guards)
    {
        var result = DayRun.Play(plan, guards);
        return result.Violation?.Invariant == failing.Violation!.Invariant ? result : null;
    }
}
