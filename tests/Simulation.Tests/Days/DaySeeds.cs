using ExitDesk.Simulation.Tests.Scheduling;

namespace ExitDesk.Simulation.Tests.Days;

/// <summary>Seeds of days to play.</summary>
internal static class DaySeeds
{
    /// <summary>The same each time.</summary>
    public static IEnumerable<long> Fixed(int count) => From(1, count);

    public static IEnumerable<long> From(long first, int count) => Enumerable.Range(0, count).Select(i => first + i);

    /// <summary>New ones at each run.</summary>
    /// <param name="count">How many.</param>
    /// <param name="time">Gives the instant that they are drawn from.</param>
    public static IEnumerable<long> Fresh(int count, TimeProvider time) =>
        From((long)(new Draw(time.GetUtcNow().UtcTicks, "fresh").Next() % 1_000_000_000) + 1_000_000, count);
}
