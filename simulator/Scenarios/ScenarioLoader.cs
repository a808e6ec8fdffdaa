using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Recorded;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>Makes the scenario that the command line asks for.</summary>
public static class ScenarioLoader
{
    /// <summary>Loads.</summary>
    /// <param name="options">From the command line; the scenario's name is known.</param>
    /// <param name="problems">Everything wrong with the files named there; empty if there is a scenario.</param>
    public static Scenario? Load(RunOptions options, out IReadOnlyList<string> problems)
    {
        problems = [];
        var scenario = options.Recorded is { } folder
            ? Recorded(new RecordedSource(folder, options.Underlying!, [options.Date!.Value]), options.Days, out problems)
            : ScenarioCatalog.Find(options.Scenario)!.Create(options.Seed, options.Days);
        return scenario is null || options.Positions is null ? scenario : WithPositions(scenario, options.Positions, out problems);
    }

    /// <summary>The days that follow in the folder without a gap; fewer than asked for if there are no more.</summary>
    private static Scenario? Recorded(RecordedSource first, int days, out IReadOnlyList<string> problems)
    {
        var load = RecordedMarket.Load(first);
        problems = [.. load.Problems.Select(problem => problem.ToString())];
        if (load.Market is not { } market)
        {
            return null;
        }

        var dates = new List<DateOnly>(first.Dates);
        while (dates.Count < days && Follows(first, dates[^1]) is { } next)
        {
            dates.Add(next);
        }

        market = dates.Count == 1 ? market : RecordedMarket.Load(first with { Dates = dates }).Market!;
        return new Scenario($"recorded {first.Underlying.ToUpperInvariant()}", market, market.Days[0], [], null) { Days = market.Days };
    }

    private static DateOnly? Follows(RecordedSource source, DateOnly date)
    {
        var next = TradingCalendar.Next(date).Date;
        return RecordedMarket.Load(source with { Dates = [next] }).Market is null ? null : next;
    }

    // What the scenario does to its own positions would not fit others.
    private static Scenario? WithPositions(Scenario scenario, string file, out IReadOnlyList<string> problems)
    {
        var openings = PositionsFile.Read(Path.GetFileName(file), File.ReadAllText(file), scenario.Market, scenario.Days, out problems);
        return problems.Count == 0 ? scenario with { Openings = openings, Acts = [] } : null;
    }
}
