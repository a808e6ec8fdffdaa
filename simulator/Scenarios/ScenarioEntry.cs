namespace ExitDesk.Simulator.Scenarios;

/// <summary>A scenario that can be asked for by name.</summary>
/// <param name="Name">On the command line and in reports.</param>
/// <param name="Words">What a viewer will see, in one line.</param>
/// <param name="Create">Makes it, from a seed and the number of sessions to play, 1 or more.</param>
public sealed record ScenarioEntry(string Name, string Words, Func<int, int, Scenario> Create);
