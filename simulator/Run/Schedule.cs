namespace ExitDesk.Simulator.Run;

/// <summary>When the function app's timers are due in market time: the schedules that the settings sample recommends.</summary>
public static class Schedule
{
    public const string Sync = "SyncPositions";
    public const string Sweep = "EvaluateExits";
    public const string Settle = "SettleCloses";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <summary>The first instant after another at which anything is due.</summary>
    public static DateTimeOffset Next(DateTimeOffset after) =>
        new(after.Ticks - after.Ticks % Beat.Ticks + Beat.Ticks, TimeSpan.Zero);

    /// <summary>What is due at an instant, in the order in which it is run.</summary>
    public static IReadOnlyList<string> DueAt(DateTimeOffset at) => (at.Ticks % Beat.Ticks, at.Second) switch
    {
        (not 0, _) => [],
        (_, 0) => [Sync, Sweep],
        (_, 30) => [Settle, Sweep],
        _ => [Sweep],
    };
}
