using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Recorded;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>Makes the scenario that the command line asks for.</summary>
public static class ScenarioLoader
{
    /// <summary>Loads.</summary>
    /// <param name="options">From the command line.</param>
    /// <param name="problems">Everything wrong with the files named there; empty if there is a scenario.</param>
    public static Scenario? Load(RunOptions options, out IReadOnlyList<string> problems)
    {
        if (options.Recorded is { } folder)
        {
            var load = RecordedMarket.Load(new RecordedSource(folder, options.Underlying!, [options.Date!.Value]));
            problems = [.. load.Problems.Select(problem => problem.ToString())];
            return load.Market is { } market
                ? WithPositions($"recorded {options.Underlying!.ToUpperInvariant()}", market, market.Days[0], [], null, options, out problems)
                : null;
        }

        var scenario = FirstDay.Create(options.Seed);
        return WithPositions(scenario.Name, scenario.Market, scenario.Day, scenario.Openings, scenario.Plan, options, out problems);
    }

    private static Scenario? WithPositions(
        string name, IMarket market, TradingDay day, IReadOnlyList<Opening> own, string? plan, RunOptions options, out IReadOnlyList<string> problems)
    {
        problems = [];
        var openings = options.Positions is { } file
            ? PositionsFile.Read(Path.GetFileName(file), File.ReadAllText(file), market, day, out problems)
            : own;
        return problems.Count == 0 ? new Scenario(name, market, day, openings, plan) : null;
    }
}
