using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Days;

/// <summary>What became of many days.</summary>
/// <param name="Days">Days played.</param>
/// <param name="Steps">Steps of all of them.</param>
/// <param name="Elapsed">Of the machine's own clock.</param>
/// <param name="Bitten">In how many days each fault made a difference; absent: in none.</param>
/// <param name="Failure">The failing day with the lowest seed; null if none failed.</param>
internal sealed record BatchResult(int Days, long Steps, TimeSpan Elapsed, IReadOnlyDictionary<DayFault, int> Bitten, DayResult? Failure)
{
    public double DaysPerSecond => Days / Elapsed.TotalSeconds;
}
