using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>What an entry needs of its owner. Silence opens nothing.</summary>
internal static class EntryApprovals
{
    /// <summary>While a card waits for its answer; null if none does, or it is to be asked anew.</summary>
    public static EntryStep? Wait(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits)
    {
        if (entry is not { Status: EntryStatus.AwaitingApproval, ApprovedAt: null, AskedAt: { } askedAt })
        {
            return null;
        }

        var lapsesAt = LapsesAt(entry, askedAt, limits);
        return moment.Now < lapsesAt ? new EntryStep.Wait(lapsesAt, "its owner is asked")
            : ApprovalOf(entry, limits) == EntryApproval.AskThenLapse ? new EntryStep.Settle(EntryEnd.Lapsed, "nobody approved it in time")
            : null;
    }

    /// <summary>Asks, where nobody said yes yet and the settings want it asked.</summary>
    public static EntryStep? Ask(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        entry.ApprovedAt is null && ApprovalOf(entry, limits) != EntryApproval.Act
            ? new EntryStep.Ask(observations.Verdict!.Offer!, LapsesAt(entry, moment.Now, limits))
            : null;

    // A card speaks of one market: it ends with its patience, the recommendation, or the time for entries.
    private static DateTimeOffset LapsesAt(PositionEntry entry, DateTimeOffset askedAt, EntryLimits limits)
    {
        var lapsesAt = askedAt + limits.Settings.ApprovalPatience;
        lapsesAt = lapsesAt < entry.Recommendation.ExpiresAt ? lapsesAt : entry.Recommendation.ExpiresAt;
        return limits.Window is { } window && askedAt < window.Until && window.Until < lapsesAt ? window.Until : lapsesAt;
    }

    private static EntryApproval ApprovalOf(PositionEntry entry, EntryLimits limits) => limits.Settings.ApprovalOf(entry.Recommendation.Action);
}
