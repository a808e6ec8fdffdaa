using System.Globalization;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>What an entry needs of its owner. Silence opens nothing.</summary>
public static class EntryApprovals
{
    /// <summary>While a card waits for its answer; null if none does, or it is to be asked anew.</summary>
    public static EntryStep? Wait(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits)
    {
        if (entry is not { Status: EntryStatus.AwaitingApproval, ApprovedAt: null, AskedAt: { } askedAt })
        {
            return null;
        }

        // What the card says holds, whatever the settings say since.
        var lapsesAt = entry.LapsesAt ?? LapsesAt(entry, askedAt, limits.Settings, limits.Window);
        return moment.Now < lapsesAt ? new EntryStep.Wait(lapsesAt, "its owner is asked")
            : ApprovalOf(entry, limits) == EntryApproval.AskThenLapse ? new EntryStep.Settle(EntryEnd.Lapsed, Unanswered(entry, "in time"))
            : null;
    }

    /// <summary>Asks, where nobody said yes yet and the settings want it asked.</summary>
    public static EntryStep? Ask(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        entry.ApprovedAt is null && ApprovalOf(entry, limits) != EntryApproval.Act
            ? new EntryStep.Ask(observations.Verdict!.Offer!, LapsesAt(entry, moment.Now, limits.Settings, limits.Window))
            : null;

    /// <summary>Until when a card may be answered. It speaks of one market: it ends with its patience, the recommendation, or the time for entries.</summary>
    /// <param name="entry">Its entry.</param>
    /// <param name="askedAt">When the card is posted, by the broker's clock.</param>
    /// <param name="settings">Its patience.</param>
    /// <param name="window">Today's; null on a day without a session.</param>
    public static DateTimeOffset LapsesAt(PositionEntry entry, DateTimeOffset askedAt, EntrySettings settings, EntryWindow? window)
    {
        var lapsesAt = askedAt + settings.ApprovalPatience;
        lapsesAt = lapsesAt < entry.Recommendation.ExpiresAt ? lapsesAt : entry.Recommendation.ExpiresAt;
        return window is { } today && askedAt < today.Until && today.Until < lapsesAt ? today.Until : lapsesAt;
    }

    /// <summary>That nobody approved it, and after what: a yes that came too late for its price is not passed over.</summary>
    public static string Unanswered(PositionEntry entry, string when) => entry.PassedPrice is { } passed
        ? string.Create(CultureInfo.InvariantCulture, $"approved at {Math.Abs(passed):0.00##} when the market had passed that; asked anew at the new price, nobody approved it {when}")
        : $"nobody approved it {when}";

    private static EntryApproval ApprovalOf(PositionEntry entry, EntryLimits limits) => limits.Settings.ApprovalOf(entry.Recommendation.Action);
}
