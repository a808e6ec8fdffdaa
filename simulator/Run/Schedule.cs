namespace ExitDesk.Simulator.Run;

/// <summary>When the function app's timers are due in market time: the schedules that the settings sample recommends, or quicker sweeps.</summary>
public static class Schedule
{
    public const string Sync = "SyncPositions";
    public const string Sweep = "EvaluateExits";
    public const string Settle = "SettleCloses";

    /// <summary>Seconds from one sweep to the next, unless a run wants others.</summary>
    public const int Recommended = 15;

    /// <summary>The first instant after another at which anything is due.</summary>
    /// <param name="sweepSeconds">From one sweep to the next: a divisor of 30.</param>
    public static DateTimeOffset Next(DateTimeOffset after, int sweepSeconds = Recommended)
    {
        var beat = sweepSeconds * TimeSpan.TicksPerSecond;
        return new DateTimeOffset(after.Ticks - (after.Ticks % beat) + beat, TimeSpan.Zero);
    }

    /// <summary>What is due at an instant, in the order in which it is run.</summary>
    /// <param name="sweepSeconds">From one sweep to the next: a divisor of 30.</param>
    public static IReadOnlyList<string> DueAt(DateTimeOffset at, int sweepSeconds = Recommended) => (at.Ticks % (sweepSeconds * TimeSpan.TicksPerSecond), at.Second) switch
    {
        (not 0, _) => [],
        (_, 0) => [Sync, Sweep],
        (_, 30) => [Settle, Sweep],
        _ => [Sweep],
    };
}
