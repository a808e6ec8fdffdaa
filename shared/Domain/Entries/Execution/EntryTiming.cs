using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>What the clock asks of an entry that has no order at the broker.</summary>
internal static class EntryTiming
{
    /// <summary>Its end, once nothing may be sent for it any more; null while something may.</summary>
    public static EntryStep? Over(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        Reason(entry, moment, limits) is { } why ? new EntryStep.Settle(EntryEnd.Lapsed, why) : null;

    /// <summary>A wait as long as the broker asked for; null if none.</summary>
    public static EntryStep? Pause(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        entry.Attempt?.RetryAfter is { } after && moment.Now < after ? new EntryStep.Wait(after, "the broker allows no more calls for now") : null;

    /// <summary>A wait for the next entry window, or the end where it comes too late; null within one.</summary>
    public static EntryStep? Window(PositionEntry entry, MarketMoment moment, EntryLimits limits)
    {
        var next = EntryWindow.NextAfter(limits.Window, moment, limits.Settings);
        return next <= moment.Now ? null
            : next >= entry.Recommendation.ExpiresAt ? new EntryStep.Settle(EntryEnd.Lapsed, "it expires before anything may be opened again")
            : new EntryStep.Wait(next, "the market takes no entries now; it waits for the next entry window");
    }

    private static string? Reason(PositionEntry entry, MarketMoment moment, EntryLimits limits) =>
        moment.Now >= entry.Recommendation.ExpiresAt ? entry.Status == EntryStatus.AwaitingApproval ? EntryApprovals.Unanswered(entry, "before it expired") : "it expired before it was sent"
        // Tomorrow's order would bear another id: what was sent under today's ends with today.
        : entry.Attempt is { } attempt && (!moment.IsOpen || limits.Window is not { } window || moment.Now >= window.Until || attempt.IntentAt < moment.Session!.OpenAt)
            ? "the time for entries was over before the broker had it"
        : null;
}
