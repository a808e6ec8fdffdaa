namespace ExitDesk.Simulation.Tests.World;

/// <summary>One run of one function in one process: a timer's, a message's, an update's.</summary>
/// <param name="Process">Where it runs.</param>
/// <param name="Name">What runs, for the timeline.</param>
/// <param name="Subject">The message's body; empty for timers.</param>
/// <param name="StartedAt">Virtual time.</param>
internal sealed record DeskJob(DeskProcess Process, string Name, string Subject, DateTimeOffset StartedAt)
{
    private static readonly AsyncLocal<DeskJob?> Running = new();

    /// <summary>The job whose code runs now; null outside of any.</summary>
    public static DeskJob? Current
    {
        get => Running.Value;
        set => Running.Value = value;
    }

    /// <summary>When this job last asked the broker for holdings and got an answer; null if it never did.</summary>
    public DateTimeOffset? LookedAt { get; set; }

    /// <summary>What the ledger told this job last of the desk's switches; null if it never asked.</summary>
    public bool? MayActByItself { get; set; }
}
