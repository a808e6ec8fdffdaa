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

        updated = Correct(Adopt(updated, look), look);
        updated = updated.LastAttempt is { IsOpenQuestion: true } attempt ? Resolve(updated, attempt, look) : updated;
        return updated with
        {
            GoneLooks = IsGone(updated, look) ? WithLook(updated.GoneLooks, look.At) : [],
            UnevenLooks = IsUneven(updated, look) ? WithLook(updated.UnevenLooks, look.At) : [],
        };
    }

    /// <summary>True if the look found nothing held of what this closing still has to close.</summary>
    public static bool IsGone(PositionClosing closing, CloseLook look) => OpenLeg.Of(closing, look).All(leg => leg.Held == 0);

    /// <summary>True if the look found some of the legs, but not all in the same number of units, or not to be closed because they cover what other positions sold.</summary>
    public static bool IsUneven(PositionClosing closing, CloseLook look) =>
        OpenLeg.Of(closing, look) is var legs
        && (legs.Any(leg => leg.HeldUnits != legs[0].HeldUnits || leg.IsOnlyCover) || (legs.Count < closing.Legs.Count(leg => !closing.LeftOut.Contains(leg.Symbol)) && legs.Count > 0));

    private static IReadOnlyList<Order> Refresh(IReadOnlyList<Order> known, IReadOnlyList<Order> seen) =>
        [.. known.Select(order => Newer(order, seen.FirstOrDefault(other => other.Id == order.Id && other.Symbol == order.Symbol)))];

    // A late answer can be older than what is known: fills never shrink, and final is final. Lists tell the legs of an order of
    // several apart; only the order with its legs inside is as good as what is known.
    private static Order Newer(Order known, Order? seen) =>
        seen is null || seen.FilledQuantity < known.FilledQuantity || (!known.IsWorking && seen.IsWorking)
        || known.Legs.Any(leg => seen.FilledOf(leg.Symbol) < known.FilledOf(leg.Symbol))
            ? known
            : seen;

    // Our id is proof, even of an order that a search did not find when it was asked.
    private static PositionClosing Adopt(PositionClosing closing, CloseLook look)
    {
        foreach (var attempt in closing.Attempts.Where(attempt => attempt is { ClientOrderId: not null, OrderId: null }))
        {
            var found = look.ByClientId is { } named && Counts(closing, attempt, named) ? named
                : look.Orders.FirstOrDefault(order => Counts(closing, attempt, order));
            if (found is not null)
            {
                var accepted = attempt with { Outcome = AttemptOutcome.Accepted, OrderId = found.Id, Detail = "found by its id" };
                closing = closing with
                {
                    Attempts = [.. closing.Attempts.Select(other => other.Number == attempt.Number ? accepted : other)],
                    Orders = [.. closing.Orders, found],
                };
            }
        }

        return closing;
    }

    // Where the order that was found ended, and another of its size and time works, that one is likelier ours.
    private static PositionClosing Correct(PositionClosing closing, CloseLook look)
    {
        if (closing.LastAttempt is not { IsFoundByLooking: true } presumed || closing.Orders.Any(order => order.IsWorking))
        {
            return closing;
        }

        var other = look.Orders.FirstOrDefault(order =>
            order.IsWorking && IsOf(presumed, closing, order, look) && order.CreatedAt <= presumed.IntentAt + CloseLimits.ClockTolerance);
        return other is null
            ? closing
            : closing.WithLastAttempt(presumed with { OrderId = other.Id }) with { Orders = [.. closing.Orders, other] };
    }

    private static bool Counts(PositionClosing closing, CloseAttempt attempt, Order order) =>
        attempt.IsOf(order)
        && order.CreatedAt >= closing.StartedAt - CloseLimits.ClockTolerance
        && closing.Orders.All(known => known.Id != order.Id);

    private static PositionClosing Resolve(PositionClosing closing, CloseAttempt attempt, CloseLook look) => attempt.ClientOrderId is null
        ? ResolveClosePosition(closing, attempt, look)
        : look.IsSearched ? closing.WithLastAttempt(Unfound(attempt, look)) : closing;

    // The id makes it safe to send again what nobody knows: the broker takes each id once.
    private static CloseAttempt Unfound(CloseAttempt attempt, CloseLook look)
    {
        if (look.ByClientId is { } stranger && stranger.ClientOrderId == attempt.ClientOrderId)
        {
            return attempt with { Outcome = AttemptOutcome.NotAccepted, Detail = "another order has the id of ours" };
        }

        var unknown = attempt with { Outcome = AttemptOutcome.Unknown, EmptyLooks = WithLook(attempt.EmptyLooks, look.At) };
        var span = unknown.EmptyLooks[^1] - unknown.EmptyLooks[0];

        // Less being held than it was to close may be its own doing.
        var isLess = attempt.Legs.Any(leg => Math.Abs(look.HeldOf(leg.Symbol)) < attempt.Quantity * leg.Ratio);
        return isLess || attempt.IsSaidToExist || attempt.Sends >= CloseLimits.Sends
            ? span >= CloseLimits.BetweenLooksAtLess ? unknown with { Outcome = AttemptOutcome.NotAccepted } : unknown
            : span >= CloseLimits.BetweenSearches ? unknown with { Outcome = AttemptOutcome.Unheard }
            : unknown;
    }

    private static PositionClosing ResolveClosePosition(PositionClosing closing, CloseAttempt attempt, CloseLook look)
    {
        // An order from before the intent may be the owner's own close: any later one is likelier ours.
        var found = look.Orders
            .Where(order => IsOf(attempt, closing, order, look))
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

        // A smaller position may be the order's own doing, so it must stand for longer; and each change of it counts anew, to nothing and
        // back too. That it is gone altogether is for the looks at that to find out.
        var gone = IsGone(closing, look);
        var held = Math.Abs(look.HeldOf(closing.LegOf(attempt).Symbol));
        var since = attempt.HeldWhenLooked is { } before && before != held ? [] : attempt.EmptyLooks;
        var unknown = attempt with { Outcome = AttemptOutcome.Unknown, EmptyLooks = WithLook(since, look.At), HeldWhenLooked = held };
        var patience = held >= attempt.Quantity ? CloseLimits.BetweenLooks : CloseLimits.BetweenLooksAtLess;
        var refuted = !gone && unknown.EmptyLooks[^1] - unknown.EmptyLooks[0] >= patience;
        return closing.WithLastAttempt(refuted ? unknown with { Outcome = AttemptOutcome.NotAccepted } : unknown);
    }

    // The first look and the last two say everything; a list that grows for hours would outgrow its row.
    internal static IReadOnlyList<DateTimeOffset> WithLook(IReadOnlyList<DateTimeOffset> looks, DateTimeOffset at) =>
        looks.Count < 3 ? [.. looks, at] : [looks[0], looks[^1], at];

    private static bool IsOf(CloseAttempt attempt, PositionClosing closing, Order order, CloseLook look) =>
        order.Symbol == closing.LegOf(attempt).Symbol
        && order.Side == closing.LegOf(attempt).ClosingSide()
        && order.Quantity == attempt.Quantity
        && order.CreatedAt >= attempt.IntentAt - CloseLimits.ClockTolerance
        && closing.Orders.All(known => known.Id != order.Id)
        && !look.OfOtherClosings.Contains(order.Id)
        && !order.IsNamedClosing()
        && !order.IsNamedOpening();
}
