using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Telling;

/// <summary>Entries that wait or are under way, as <c>/status</c> lists them.</summary>
public static class EntryStatusText
{
    private const int Most = 5;

    /// <summary>A line each, the oldest first, and how many are left out; none if there is none.</summary>
    /// <param name="pending">None of them ended.</param>
    /// <param name="now">The broker's clock, to say a day where it is another; null if it does not answer.</param>
    public static IEnumerable<string> Lines(IReadOnlyCollection<PositionEntry> pending, DateTimeOffset? now)
    {
        foreach (var entry in pending.OrderBy(static entry => entry.ReceivedAt).ThenBy(static entry => entry.Id, StringComparer.Ordinal).Take(Most))
        {
            yield return $"🔵 {EntryText.Title(entry)} · {Where(entry, now ?? entry.ReceivedAt)}";
        }

        if (pending.Count > Most)
        {
            yield return $"… and {pending.Count - Most} more entries that wait or are under way";
        }
    }

    private static string Where(PositionEntry entry, DateTimeOffset now) => entry switch
    {
        { Status: EntryStatus.AwaitingApproval, LapsesAt: { } until } when until > now => $"awaits your answer until {NewYork.ShortClock(until, now)}",
        { Status: EntryStatus.AwaitingApproval, LapsesAt: null } => "awaits your answer",
        { Attempt: { } attempt } => $"opening, {Figures.Quantity(entry.FilledQuantity)} of {entry.Recommendation.Quantity} filled, limit {Figures.Price(Math.Abs(attempt.Ticket.LimitPrice!.Value))}",
        { NextAt: var next } when next > now => $"waits until {NewYork.ShortClock(next, now)}",
        _ => "its gates are being asked",
    };
}
