using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries;

/// <summary>When in a session something may be opened.</summary>
/// <param name="From">UTC; the first moment.</param>
/// <param name="Until">UTC; from here on nothing new is sent, and what works is cancelled. Not after <see cref="From"/> if the session is too short.</param>
public sealed record EntryWindow(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Of today's session; null on a day without one.</summary>
    /// <param name="moment">The broker's clock.</param>
    /// <param name="newYorkTime">The same on New York's clock.</param>
    /// <param name="settings">Distances from the session's edges.</param>
    public static EntryWindow? Of(MarketMoment moment, TimeOnly newYorkTime, EntrySettings settings)
    {
        if (moment.Session is not { } session)
        {
            return null;
        }

        var atTime = moment.Now + (settings.LastEntry.ToTimeSpan() - newYorkTime.ToTimeSpan());
        var atDistance = session.CloseAt - settings.LastEntryBeforeClose;
        return new EntryWindow(session.OpenAt + settings.FirstEntryAfterOpen, atTime < atDistance ? atTime : atDistance);
    }

    public bool Contains(DateTimeOffset now) => From <= now && now < Until;

    /// <summary>When something may be sent: now inside of the window, else at the next beginning of one.</summary>
    public static DateTimeOffset NextAfter(EntryWindow? window, MarketMoment moment, EntrySettings settings) =>
        window is { } today && moment.Now < today.Until && today.From < today.Until
            ? moment.Now < today.From ? today.From : moment.IsOpen ? moment.Now : moment.NextOpen + settings.FirstEntryAfterOpen
            : moment.NextOpen + settings.FirstEntryAfterOpen;
}
