using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>Works what the broker said into an entry. Pure; says nothing about what to do next.</summary>
public static class EntryObservation
{
    public static PositionEntry Observe(PositionEntry entry, EntryLook look) =>
        entry.Attempt is not { } attempt ? entry
        : look.Order is { } seen ? Found(entry, attempt, seen)
        : entry.Order is null && attempt.IsOpenQuestion ? entry with { Attempt = Unfound(attempt, look.At) }
        : entry;

    private static PositionEntry Found(PositionEntry entry, EntryAttempt attempt, Order seen) =>
        !attempt.IsOf(seen) ? entry with
        {
            Attempt = seen.ClientOrderId == attempt.Ticket.ClientOrderId && entry.Order is null
                ? attempt with { Outcome = AttemptOutcome.NotAccepted, Detail = "another order has the id of ours" }
                : attempt,
        }
        : entry.Order is { } known ? entry with { Order = Newer(known, seen) }
        : entry with
        {
            Order = seen,
            Attempt = attempt with { Outcome = AttemptOutcome.Accepted, OrderId = seen.Id },
        };

    // A late answer can be older than what is known: fills never shrink, and final is final.
    private static Order Newer(Order known, Order seen) =>
        seen.Id != known.Id || seen.FilledQuantity < known.FilledQuantity || (!known.IsWorking && seen.IsWorking)
        || known.Legs.Any(leg => seen.FilledOf(leg.Symbol) < known.FilledOf(leg.Symbol))
            ? known
            : seen;

    // The id makes it safe to send again what nobody knows: the broker takes each id once.
    private static EntryAttempt Unfound(EntryAttempt attempt, DateTimeOffset at)
    {
        var unknown = attempt with { Outcome = AttemptOutcome.Unknown, EmptyLooks = CloseObservation.WithLook(attempt.EmptyLooks, at) };
        var span = unknown.EmptyLooks[^1] - unknown.EmptyLooks[0];
        return attempt.IsSaidToExist || attempt.Sends >= CloseLimits.Sends
            ? span >= CloseLimits.BetweenLooksAtLess ? unknown with { Outcome = AttemptOutcome.NotAccepted, Detail = "the broker does not show the order" } : unknown
            : span >= CloseLimits.BetweenSearches ? unknown with { Outcome = AttemptOutcome.Unheard }
            : unknown;
    }
}
