using ExitDesk.Simulation.Tests.Market;
using ExitDesk.Simulation.Tests.Scheduling;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>Draws a day from a seed.</summary>
internal static class DayPlanner
{
    private static readonly DateOnly[] Dates = [new(2026, 11, 17), new(2026, 11, 20), new(2026, 11, 27), new(2026, 12, 1)];

    public static DayPlan Of(long seed)
    {
        var draw = new Draw(seed, "day");
        var day = TradingCalendar.DayOf(draw.Of(Dates))!;
        var next = TradingCalendar.Next(day.Date);
        var turn = day.Open + draw.Between(TimeSpan.FromMinutes(20), day.Close - day.Open - TimeSpan.FromMinutes(75));
        var stocks = StockPaths.Draw(new Draw(seed, "stocks"), day, next, turn);
        var book = HoldingPlanner.Draw(new Draw(seed, "holdings"), day, stocks);
        var windows = Windows(new Draw(seed, "windows"), day, turn, book.Contracts.Any(contract => contract.Expiration == day.Date));
        var entries = EntryPlanner.Draw(new Draw(seed, "entries"), day, windows, stocks);
        var faults = FaultPlanner.Draw(new Draw(seed, "faults"), day, windows, book);
        var contracts = book.Contracts.Concat(entries.Contracts).DistinctBy(contract => contract.Symbol).OrderBy(contract => contract.Symbol, StringComparer.Ordinal).ToList();
        var acts = Acts(new Draw(seed, "acts"), windows, faults).Concat(Answers(new Draw(seed, "answers"), entries)).OrderBy(act => act.At).ToList();
        return new DayPlan(seed, day, next, stocks, contracts, book.Holdings, windows, faults, acts) { Entries = entries };
    }

    // Whoever is asked answers most of the time, and now and then thinks better of all of it.
    private static IEnumerable<PlannedAct> Answers(Draw draw, EntryBook entries) => entries.Entries.SelectMany(entry =>
    {
        var press = new PlannedAct(OwnerAct.Press, entry.At + draw.Between(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(40)), draw.Below(1000), null);
        var halt = new PlannedAct(draw.Of([OwnerAct.Halt, OwnerAct.Emergency]), press.At + draw.Between(TimeSpan.Zero, TimeSpan.FromSeconds(30)), draw.Below(1000), null);
        return draw.Happens(0.25) ? [press, halt] : new[] { press };
    }).ToList();

    private static List<Window> Windows(Draw draw, TradingDay day, DateTimeOffset turn, bool expires)
    {
        var windows = new List<Window>();
        if (draw.Happens(0.35))
        {
            windows.Add(new Window(day.Open.AddSeconds(-20), day.Open + draw.Between(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(200))));
        }

        windows.Add(new Window(turn.AddSeconds(-45), turn + draw.Between(TimeSpan.FromSeconds(150), TimeSpan.FromSeconds(300))));
        if (expires && draw.Happens(0.8))
        {
            var deadline = day.Close.AddMinutes(-60);
            windows.Add(new Window(deadline.AddMinutes(-6), deadline.AddMinutes(1)));
        }

        if (draw.Happens(0.25))
        {
            windows.Add(new Window(day.Close.AddSeconds(-100), day.Close.AddSeconds(20)));
        }

        return Merged(windows);
    }

    private static List<Window> Merged(IEnumerable<Window> windows)
    {
        var merged = new List<Window>();
        foreach (var window in windows.OrderBy(window => window.From))
        {
            if (merged.Count > 0 && window.From <= merged[^1].To)
            {
                merged[^1] = merged[^1] with { To = window.To > merged[^1].To ? window.To : merged[^1].To };
            }
            else
            {
                merged.Add(window);
            }
        }

        return merged;
    }

    private static List<PlannedAct> Acts(Draw draw, IReadOnlyList<Window> windows, IReadOnlyList<PlannedFault> faults)
    {
        var acts = new List<PlannedAct>();
        var count = draw.Of([0, 0, 1, 1, 2, 3]);
        for (var i = 0; i < count; i++)
        {
            var window = draw.Of(windows);
            var act = draw.Of([
                OwnerAct.Close, OwnerAct.Close, OwnerAct.Press, OwnerAct.Press, OwnerAct.Press, OwnerAct.Halt, OwnerAct.Resume,
                OwnerAct.Monitor, OwnerAct.Emergency]);
            var at = window.From + draw.Between(TimeSpan.Zero, window.To - window.From);
            acts.Add(new PlannedAct(act, at, draw.Below(1000), draw.Happens(0.5) ? draw.Between(1, 3) : null));
        }

        // Whoever switches off while nobody knows of an order must not lose it.
        acts.AddRange(faults
            .Where(fault => fault.Fault is DayFault.GatewayTimeoutAfterAccept or DayFault.ResetAfterAccept && draw.Happens(0.4))
            .Select(fault => new PlannedAct(draw.Of([OwnerAct.Halt, OwnerAct.Monitor]), fault.At, draw.Between(50, 400), fault.Skip + 1)));
        // Nor the order that was cancelled for one that is then not sent.
        acts.AddRange(faults
            .Where(fault => fault.Fault == DayFault.OwnerRestingOrder && draw.Happens(0.5))
            .Select(fault => new PlannedAct(draw.Of([OwnerAct.Halt, OwnerAct.Monitor]), fault.At, draw.Below(60), null) { IsAfterCancel = true }));

        // And whoever makes haste while a call is on its way must not have it sent twice.
        foreach (var fault in faults.Where(fault => fault.Fault == DayFault.Hang && fault.Choice % 2 == 0 && draw.Happens(0.8)))
        {
            var at = 2 * draw.Between(1, 60);
            acts.Add(new PlannedAct(OwnerAct.Emergency, fault.At, at, (fault.Skip / 2) + 1));
            acts.Add(new PlannedAct(OwnerAct.Press, fault.At, at + 150, (fault.Skip / 2) + 1));
        }

        return [.. acts.OrderBy(act => act.At)];
    }
}
