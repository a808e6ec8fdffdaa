namespace ExitDesk.Domain.Entries.Execution;

/// <summary>Bounds and times that an entry keeps to. Those of looking and cancelling are the closings'.</summary>
/// <param name="Settings">What entries may do.</param>
/// <param name="Window">When today something may be opened; null on a day without a session.</param>
/// <param name="ClientOrderId">Of an order that is sent today for the first time; a repeat keeps its own.</param>
public sealed record EntryLimits(EntrySettings Settings, EntryWindow? Window, string ClientOrderId)
{
    /// <summary>Nothing is sent on a verdict older than this.</summary>
    public static readonly TimeSpan VerdictHolds = TimeSpan.FromSeconds(10);

    /// <summary>Pause before what could not be told is asked again.</summary>
    public static readonly TimeSpan DoubtPause = TimeSpan.FromSeconds(15);
}
