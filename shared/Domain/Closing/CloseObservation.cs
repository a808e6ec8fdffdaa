using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>Works what the broker said into a closing. Pure; says nothing about what to do next.</summary>
public static class CloseObservation
{
    public static PositionClosing Observe(PositionClosing closing, CloseLook look)
    {
        var updated = closing with { Orders = Refresh(closing.Orders, look.Orders) };
        if (!look.IsComplete)
        {
            return updated;
        }

        updated = updated.LastAttempt is { IsOpenQuestion: true } attempt ? Resolve(updated, attempt, look) : updated;
        return updated with { GoneLooks = IsGone(updated, look) ? WithLook(updated.GoneLooks, look.At) : [] };
    }

    /// <summary>True if the look found nothing held on the side that this closing closes.</summary>
    public static bool IsGone(PositionClosing closing, CloseLook look) =>
        look.Held is { } held && (closing.Side == Positions.PositionSide.Long ? held <= 0 : held >= 0);

    private static IReadOnlyList<Order> Refresh(IReadOnlyList<Order> known, IReadOnlyList<Order> seen) =>
        [.. known.Select(order => Newer(order, seen.FirstOrDefault(other => other.Id == order.Id)))];

    // A late answer can be older than what is known: fills never shrink, and final is final.
    private static Order Newer(Order known, Order? seen) =>
        seen is null || seen.FilledQuantity < known.FilledQuantity || (!known.IsWorking && seen.IsWorking) ? known : seen;

    private static PositionClosing Resolve(PositionClosing closing, CloseAttempt attempt, CloseLook look)
    {
        // An order from before the intent may be the owner's own close: any later one is likelier ours.
        var found = look.Orders
            .Where(order => IsOf(attempt, closing, order))
            .OrderBy(order => order.CreatedAt < attempt.IntentAt)
            .ThenBy(order => order.CreatedAt)
            .FirstOrDefault();
        if (found is not null)
        {
            var accepted = attempt with
            {
                Outcome = AttemptOutcome.Accepted,
                OrderId = found.Id,
                IsFoundByLooking = true,
                Detail = "found by looking",
            };
            return closing.WithLastAttempt(accepted) with { Orders = [.. closing.Orders, found] };
        }

        // A smaller position may be the order's own doing, so it must stand for longer; and each change of it counts anew.
        // That it is gone altogether is for the looks at that to find out.
        var gone = IsGone(closing, look);
        var held = gone ? attempt.HeldWhenLooked : Math.Abs(look.Held!.Value);
        var since = attempt.HeldWhenLooked is { } before && before != held ? [] : attempt.EmptyLooks;
        var unknown = attempt with { Outcome = AttemptOutcome.Unknown, EmptyLooks = WithLook(since, look.At), HeldWhenLooked = held };
        var patience = held >= attempt.Quantity ? CloseLimits.BetweenLooks : CloseLimits.BetweenLooksAtLess;
        var refuted = !gone && unknown.EmptyLooks[^1] - unknown.EmptyLooks[0] >= patience;
        return closing.WithLastAttempt(refuted ? unknown with { Outcome = AttemptOutcome.NotAccepted } : unknown);
    }

    // The first look and the last two say everything; a list that grows for hours would outgrow its row.
    private static IReadOnlyList<DateTimeOffset> WithLook(IReadOnlyList<DateTimeOffset> looks, DateTimeOffset at) =>
        looks.Count < 3 ? [.. looks, at] : [looks[0], looks[^1], at];

    private static bool IsOf(CloseAttempt attempt, PositionClosing closing, Order order) =>
        order.Symbol == closing.Symbol
        && order.Side == closing.ClosingSide
        && order.Quantity == attempt.Quantity
        && order.CreatedAt >= attempt.IntentAt - CloseLimits.ClockTolerance
        && closing.Orders.All(known => known.Id != order.Id);
}
