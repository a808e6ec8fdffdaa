using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>What other closings of the ledger do in the contracts of one. Pure.</summary>
public static class OtherClosings
{
    /// <summary>A look that knows which of its orders are theirs.</summary>
    /// <param name="look">Complete.</param>
    /// <param name="closings">All of the ledger, read after the orders: whoever sent one of them wrote it down before.</param>
    /// <param name="closing">The one that looks.</param>
    public static CloseLook In(CloseLook look, IEnumerable<PositionClosing> closings, PositionClosing closing)
    {
        var others = closings.Where(other => other.Id != closing.Id).ToList();
        var known = others.SelectMany(other => other.OrderIds).ToHashSet(StringComparer.Ordinal);
        return look with
        {
            OfOtherClosings = known,
            PerhapsOfOtherClosings = look.Orders
                .Where(order => known.Contains(order.Id) || others.Any(other => other.End is null && IsPerhapsOf(other, order)))
                .Select(order => order.Id)
                .ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>One that asked for the same just now and has no answer yet: whatever is found may be its order. Null if there is none.</summary>
    /// <param name="closings">All of the ledger, read after the orders.</param>
    /// <param name="closing">Whose last attempt is looked for.</param>
    /// <param name="now">The broker's clock.</param>
    public static PositionClosing? UnderWay(IEnumerable<PositionClosing> closings, PositionClosing closing, DateTimeOffset now) =>
        closings.FirstOrDefault(other => other.Id != closing.Id && other.End is null && IsUnderWay(other, closing, now));

    // An answer may be on its way, or lost: an order of its size and time is left to the closing that looks for it.
    private static bool IsPerhapsOf(PositionClosing other, Order order) =>
        other.Attempts.Any(attempt => attempt.ClientOrderId is { } id && id == order.ClientOrderId)
        || (other.LastAttempt is { IsOpenQuestion: true, ClientOrderId: null } asked
            && order.Symbol == other.LegOf(asked).Symbol
            && order.Side == other.LegOf(asked).ClosingSide()
            && order.Quantity == asked.Quantity
            && order.CreatedAt >= asked.IntentAt - CloseLimits.ClockTolerance
            && !order.IsNamedClosing()
            && !order.IsNamedOpening());

    private static bool IsUnderWay(PositionClosing other, PositionClosing closing, DateTimeOffset now) =>
        other.LastAttempt is { Outcome: AttemptOutcome.Pending, ClientOrderId: null } theirs
        && closing.LastAttempt is { } ours
        && now - theirs.IntentAt < CloseLimits.IntentLease
        && theirs.Quantity == ours.Quantity
        && other.LegOf(theirs).Symbol == closing.LegOf(ours).Symbol;
}
