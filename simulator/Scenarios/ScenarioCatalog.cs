using ExitDesk.Simulator.CommandLine;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>Every scenario, in the order in which a newcomer might play them.</summary>
public static class ScenarioCatalog
{
    public static IReadOnlyList<ScenarioEntry> All { get; } =
    [
        new(FirstDay.Name, "eight positions: stops, profits, a question, and some that come through", FirstDay.Create),
    ];

    /// <returns>Null: no scenario of that name.</returns>
    public static ScenarioEntry? Find(string name) => All.FirstOrDefault(entry => entry.Name == name);

    /// <summary>The name that comes nearest to one that is unknown.</summary>
    public static string Nearest(string name) => NearestName.Of(name, All.Select(entry => entry.Name));
}
