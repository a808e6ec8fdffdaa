using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>Lets one of a scenario's positions be in an adjusted contract, by fault.</summary>
internal static class SplitAdjusted
{
    /// <summary>The scenario as it is, or with one option that stands alone adjusted; by seed, which one.</summary>
    public static Scenario Of(Scenario scenario, FaultPlan faults, int seed)
    {
        var alone = scenario.Openings
            .Where(opening => opening.Structure is null && scenario.Market.Contracts.Any(contract => contract.Symbol == opening.Symbol && !contract.IsAdjusted))
            .Select(opening => opening.Symbol).Distinct().ToList();
        if (alone.Count == 0 || !faults.Hits(Fault.SplitAdjustedRoot))
        {
            return scenario;
        }

        var symbol = alone[new Random(unchecked((seed * 397) ^ (int)Fault.SplitAdjustedRoot)).Next(alone.Count)];
        var market = new AdjustedMarket(scenario.Market, symbol);
        return scenario with
        {
            Market = market,
            Openings = [.. scenario.Openings.Select(opening => opening.Symbol == symbol ? opening with { Symbol = market.Adjusted } : opening)],
        };
    }
}
