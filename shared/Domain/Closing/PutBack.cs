using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>Puts back, before a closing ends that leaves the position open, the owner's orders that it displaced. Pure.</summary>
/// <remarks>
/// It happens in Monitor and Halted too, where nothing else is sent: the order is the owner's own, stood before, and can only close.
/// While it lasts no rule begins another close, so it has two minutes at most; then the owner is told instead.
/// </remarks>
public static class PutBack
{
    /// <summary>What comes before a step that ends a closing; null if that may end it, or is no such step.</summary>
    /// <remarks>
    /// What leaves the position open leaves the owner without the orders that were cancelled for it. And where something was filled the
    /// end is written down before its rows are: a run that was slower, and would send another order, finds out in time.
    /// </remarks>
    internal static CloseStep? BeforeTheEnd(PositionClosing closing, CloseFacts facts, CloseStep step) =>
        closing.Ending is not null || (closing.Displaced.Count == 0 && closing.Orders.All(order => order.FilledQuantity == 0)) ? null : step switch
        {
            CloseStep.GiveUp giveUp => new CloseStep.BeginEnding(new CloseEnding(CloseEnd.GivenUp, giveUp.Why, facts.Now)),
            CloseStep.Settle { End: CloseEnd.Withdrawn or CloseEnd.Unfilled or CloseEnd.GivenUp } settle =>
                new CloseStep.BeginEnding(new CloseEnding(settle.End, settle.Note, facts.Now) { LeftOut = settle.LeftOut }),
            _ => null,
        };

    /// <summary>The next step of a closing that is about to end; null if it is not.</summary>
    /// <param name="closing">With the look worked in, if there is one.</param>
    /// <param name="facts">Clock, and what was read.</param>
    internal static CloseStep? Next(PositionClosing closing, CloseFacts facts)
    {
        if (closing.Ending is not { } ending)
        {
            return null;
        }

        if (closing.Displaced.FirstOrDefault(displaced => displaced.Result is null) is not { } open)
        {
            return new CloseStep.Settle(ending.End, ending.Note) { LeftOut = ending.LeftOut };
        }

        if (open.Return is { OrderId: not null })
        {
            return new CloseStep.LeaveDisplaced(open, null);
        }

        if (open.Return is { Outcome: AttemptOutcome.Refused or AttemptOutcome.NotAccepted } failed)
        {
            return new CloseStep.LeaveDisplaced(open, failed.Detail ?? "the broker does not have it");
        }

        if (open.Return is { Outcome: AttemptOutcome.Pending } pending && facts.Now < pending.IntentAt + CloseLimits.IntentLease)
        {
            return new CloseStep.Wait(pending.IntentAt + CloseLimits.IntentLease, "an order is on its way back to the broker");
        }

        if (facts.Now - ending.At >= CloseLimits.PutBackPatience)
        {
            return new CloseStep.LeaveDisplaced(open, open.Return is null ? "the broker could not be asked in time" : "the broker did not say whether it took it");
        }

        return facts.Displaced is not { } look ? new CloseStep.LookAtDisplaced(open)
            : open.Return is null ? First(closing, open, look, facts)
            : Again(open, open.Return, look, facts);
    }

    /// <summary>Works what the broker said into the closing.</summary>
    public static PositionClosing Observe(PositionClosing closing, DisplacedLook look)
    {
        var open = closing.Displaced.First(displaced => displaced.Result is null);
        return closing.With(open with { Order = look.Order, Return = open.Return is { IsOpenQuestion: true } asked && look.IsSearched ? Resolve(asked, look) : open.Return });
    }

    /// <summary>The closing with the intent of an order that goes back.</summary>
    /// <param name="closing">As decided on.</param>
    /// <param name="step">What to send.</param>
    /// <param name="now">The broker's clock.</param>
    /// <param name="clientOrderId">Of the first sending; a repeat keeps its own.</param>
    public static PositionClosing Intent(PositionClosing closing, CloseStep.PutBack step, DateTimeOffset now, string clientOrderId)
    {
        var ticket = PutBackTicket.Of(step.Displaced.Order, clientOrderId, step.Quantity);
        var intent = step.Displaced.Return is { } last
            ? last with { IntentAt = now, Outcome = AttemptOutcome.Pending, Sends = last.Sends + 1, EmptyLooks = [], RetryAfter = null }
            : new CloseAttempt(1, now, step.Quantity, AttemptOutcome.Pending)
            {
                Method = CloseMethod.Limit,
                Legs = ticket.Legs,
                LimitPrice = ticket.LimitPrice,
                ClientOrderId = clientOrderId,
            };
        return closing.With(step.Displaced with { Return = intent });
    }

    private static CloseStep Again(DisplacedOrder open, CloseAttempt last, DisplacedLook look, CloseFacts facts) =>
        last.IsOpenQuestion ? new CloseStep.Wait(facts.Now + CloseLimits.BetweenSearches, "the broker gave no answer; looking for the order that went back")
        : facts.Now < last.RetryAfter ? new CloseStep.Wait(last.RetryAfter.Value, "the broker allows no more calls for now")
        : last.Quantity > look.Free ? new CloseStep.LeaveDisplaced(open, "less is held than it was to close")
        : new CloseStep.PutBack(open, last.Quantity);

    private static CloseStep First(PositionClosing closing, DisplacedOrder open, DisplacedLook look, CloseFacts facts)
    {
        if (look.Order.IsWorking)
        {
            // A cancel of which nobody heard may yet take effect, and a status that nobody knows may be a cancel on its way.
            var asked = closing.CancelRequests.LastOrDefault(request => request.OrderId == open.Order.Id)?.At ?? open.At;
            return look.Order.Status is OrderStatus.PendingCancel or OrderStatus.Unknown || facts.Now - asked < CloseLimits.IntentLease
                ? new CloseStep.Wait(facts.Now + CloseLimits.Pause(TimeSpan.Zero), "waiting until the broker confirms a cancel")
                : new CloseStep.LeaveDisplaced(open, null);
        }

        var quantity = Math.Min(look.Order.Quantity - look.Order.FilledQuantity, look.Free);
        return PutBackTicket.Problem(look.Order) is { } problem ? new CloseStep.LeaveDisplaced(open, problem)
            : IsOver(open, facts) ? new CloseStep.LeaveDisplaced(open, "it was a day order, and its day is over")
            : quantity <= 0 ? new CloseStep.LeaveDisplaced(open, "nothing is left that it could close")
            : new CloseStep.PutBack(open, quantity);
    }

    private static bool IsOver(DisplacedOrder open, CloseFacts facts) => open.Order.TimeInForce == TimeInForce.Day
        && (!facts.Moment.IsOpen || facts.Moment.UntilClose <= CloseLimits.BeforeClose || open.At < facts.Moment.Session?.OpenAt);

    private static CloseAttempt Resolve(CloseAttempt asked, DisplacedLook look)
    {
        if (look.ByClientId is { } found)
        {
            return asked.IsOf(found)
                ? asked with { Outcome = AttemptOutcome.Accepted, OrderId = found.Id }
                : asked with { Outcome = AttemptOutcome.NotAccepted, Detail = "another order has the id of ours" };
        }

        var unknown = asked with { Outcome = AttemptOutcome.Unknown, EmptyLooks = CloseObservation.WithLook(asked.EmptyLooks, look.At) };
        var span = unknown.EmptyLooks[^1] - unknown.EmptyLooks[0];
        return asked.IsSaidToExist || asked.Sends >= CloseLimits.Sends || look.Free < asked.Quantity
            ? span >= CloseLimits.BetweenLooksAtLess ? unknown with { Outcome = AttemptOutcome.NotAccepted } : unknown
            : span >= CloseLimits.BetweenSearches ? unknown with { Outcome = AttemptOutcome.Unheard } : unknown;
    }
}
