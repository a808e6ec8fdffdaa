using ExitDesk.Simulation.Tests.Scheduling;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>Draws what goes wrong in a day.</summary>
internal static class FaultPlanner
{
    public static IReadOnlyList<PlannedFault> Draw(Draw draw, TradingDay day, IReadOnlyList<Window> windows, HoldingBook book)
    {
        var kinds = Enum.GetValues<DayFault>().Where(fault => fault is not (DayFault.Expiry or DayFault.SplitAdjustedRoot)).ToList();
        var faults = new List<PlannedFault>();
        var count = draw.Of([0, 1, 2, 3, 4, 5, 6, 8, 10]);
        for (var i = 0; i < count; i++)
        {
            var kind = draw.Of(kinds);
            kinds.Remove(kind);
            faults.Add(Planned(kind, draw, day, windows));
        }

        // A hanging call is worth most where somebody else may touch its closing meanwhile.
        if (faults.Any(fault => fault.Fault == DayFault.Hang) && kinds.Contains(DayFault.QueueDuplicate) && draw.Happens(0.6))
        {
            faults.Add(Planned(DayFault.QueueDuplicate, draw, day, windows));
        }

        // These come with what is held.
        if (book.Contracts.Any(contract => contract.Expiration == day.Date))
        {
            faults.Add(new PlannedFault(DayFault.Expiry, day.Close, 0, 1, 0));
        }

        if (book.Contracts.Any(contract => contract.IsAdjusted))
        {
            faults.Add(new PlannedFault(DayFault.SplitAdjustedRoot, day.Open, 0, 1, 0));
        }

        return [.. faults.OrderBy(fault => fault.At)];
    }

    private static PlannedFault Planned(DayFault fault, Draw draw, TradingDay day, IReadOnlyList<Window> windows)
    {
        var window = draw.Of(windows);
        var at = window.From + draw.Between(TimeSpan.Zero, window.To - window.From);
        var dawn = day.Open.AddMinutes(-10);
        var choice = draw.Below(1000);
        return fault switch
        {
            DayFault.Hang or DayFault.RateLimited or DayFault.RateLimitedWithoutHeaders or DayFault.TruncatedJson when choice % 2 == 0 =>
                new PlannedFault(fault, dawn, draw.Below(3), draw.Of([1, 1, 2, 12]), choice),
            DayFault.GatewayTimeoutAfterAccept or DayFault.GatewayTimeoutBeforeAccept or DayFault.ResetAfterAccept or DayFault.ResetBeforeAccept =>
                new PlannedFault(fault, dawn, draw.Below(3), draw.Of([1, 1, 1, 2, 3]), choice),
            DayFault.QueueDuplicate => new PlannedFault(fault, dawn, draw.Below(2), draw.Of([1, 4, 40]), choice),
            DayFault.EmptyPositions when choice % 2 == 0 => new PlannedFault(fault, dawn, draw.Below(3), 1, choice),
            DayFault.EmptyPositions => new PlannedFault(fault, at, draw.Below(3), 1, choice),
            DayFault.OwnerRestingOrder => new PlannedFault(fault, window.From.AddSeconds(3), 0, 1, choice),
            DayFault.TwoInstances => new PlannedFault(fault, dawn, 0, 1, choice),
            DayFault.Kill => new PlannedFault(fault, at, draw.Below(60), 1, choice),
            DayFault.WildPrint => new PlannedFault(fault, day.Open, 0, 1, choice),
            DayFault.OvernightAssignment => new PlannedFault(fault, day.Close.AddHours(4), 0, 1, choice),
            _ => new PlannedFault(fault, at, draw.Below(4), draw.Of([1, 1, 1, 2, 4]), choice),
        };
    }
}
