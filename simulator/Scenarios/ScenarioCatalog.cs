using ExitDesk.Simulator.CommandLine;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>Every scenario, in the order in which a newcomer might play them.</summary>
public static class ScenarioCatalog
{
    public static IReadOnlyList<ScenarioEntry> All { get; } =
    [
        new(FirstDay.Name, "eight positions: stops, profits, a question, and some that come through", FirstDay.Create),
        new(ExpiryDay.Name, "everything held expires today: in the money, near it, far from it, halted, resting", ExpiryDay.Create),
        new(EarlyClose.Name, "options expire on a day that closes at 13:00: their last safe exits are in the morning", EarlyClose.Create),
        new(Orphan.Name, "the broker takes one leg out of a spread and of an iron condor on their last day", Orphan.Create),
        new(Spreads.Name, "structures with days to go: profits, stops, and with --days 3 an assignment and a dividend over night", Spreads.Create),
    ];

    /// <returns>Null: no scenario of that name.</returns>
    public static ScenarioEntry? Find(string name) => All.FirstOrDefault(entry => entry.Name == name);

    /// <summary>The name that comes nearest to one that is unknown.</summary>
    public static string Nearest(string name) => NearestName.Of(name, All.Select(entry => entry.Name));
}
