using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Closing;

/// <summary>Decides the next step of a closing. Pure: the same facts give the same step.</summary>
/// <remarks>
/// The first attempt is sent without a look: close-position can only shrink a position, and the broker refuses a quantity
/// that another order holds. Every later attempt follows a complete look, whatever the refusal said.
/// </remarks>
public static class CloseProtocol
{
    /// <summary>Decides.</summary>
    /// <param name="closing">As the ledger has it, with <paramref name="look"/> already worked in.</param>
    /// <param name="moment">The broker's clock.</param>
    /// <param name="isPermitted">False where mode or trading state forbid automatic orders; the owner's word passes anyway.</param>
    /// <param name="look">What was just read; null if nothing was.</param>
    public static CloseStep Next(PositionClosing closing, MarketMoment moment, bool isPermitted, CloseLook? look)
    {
        var mayMutate = isPermitted || closing.Trigger.Authority == CloseAuthority.Owner;
        if (closing.Orders.FirstOrDefault(order => order.IsWorking) is { } working)
        {
            return WhileWorking(closing, working, moment, mayMutate, look);
        }

        if (closing.RemainingQuantity <= 0)
        {
            return new CloseStep.Settle(CloseEnd.Closed, "filled");
        }

        if (closing.LastAttempt is { IsOpenQuestion: true } attempt)
        {
            return WhileUnknown(closing, attempt, moment, look);
        }

        if (!mayMutate)
        {
            return new CloseStep.Settle(CloseEnd.Withdrawn, "automatic orders are switched off");
        }

        return WaitForSession(closing, moment) ?? (closing.Attempts.Count == 0
            ? new CloseStep.Submit(closing.Quantity)
            : Again(closing, moment, look));
    }

    private static CloseStep WhileWorking(PositionClosing closing, Order working, MarketMoment moment, bool mayMutate, CloseLook? look)
    {
        if (look is null)
        {
            return new CloseStep.LookAtOrders();
        }

        // A market order would have filled: one that was found by looking may be a resting order of the owner of the same size.
        var age = moment.Now - working.CreatedAt;
        var isPresumed = closing.Attempts.Any(attempt => attempt.OrderId == working.Id && attempt.IsFoundByLooking);
        if (isPresumed && mayMutate && age >= CloseLimits.WorkingPatience)
        {
            return CancelOrWait(closing, working, moment);
        }

        return new CloseStep.Wait(
            moment.Now + CloseLimits.Pause(age),
            $"the closing order is {working.StatusText}, {working.FilledQuantity:0.####} of {working.Quantity:0.####} filled",
            IsAlarming: age >= CloseLimits.WorkingPatience);
    }

    private static CloseStep WhileUnknown(PositionClosing closing, CloseAttempt attempt, MarketMoment moment, CloseLook? look)
    {
        var leaseEnd = attempt.IntentAt + CloseLimits.IntentLease;
        if (attempt.Outcome == AttemptOutcome.Pending && moment.Now < leaseEnd)
        {
            return new CloseStep.Wait(leaseEnd, "an attempt is on its way to the broker");
        }

        if (look is not { IsComplete: true })
        {
            return new CloseStep.LookAtAll();
        }

        return Gone(closing) ?? new CloseStep.Wait(
            moment.Now + CloseLimits.BetweenLooks,
            "the broker gave no answer; looking for the order before anything is sent again",
            IsAlarming: attempt.EmptyLooks.Count > 2 || moment.Now - attempt.IntentAt >= CloseLimits.WorkingPatience);
    }

    // A clock that says open without a known session is believed: better a late order refused than a stop asleep.
    private static CloseStep? WaitForSession(PositionClosing closing, MarketMoment moment)
    {
        if (!moment.IsOpen || moment.UntilClose <= CloseLimits.BeforeClose)
        {
            return new CloseStep.Wait(
                moment.NextOpen + CloseLimits.AfterOpen,
                "the market is closed; goes on after the next open",
                IsAlarming: closing.Trigger.Authority == CloseAuthority.Rule || closing.Attempts.Count > 0);
        }

        var waitedForOpen = moment.SinceOpen < CloseLimits.AfterOpen && closing.Trigger.At < moment.Session!.OpenAt;
        return waitedForOpen
            ? new CloseStep.Wait(moment.Session!.OpenAt + CloseLimits.AfterOpen, "the market has just opened; its first prices are wild")
            : null;
    }

    private static CloseStep Again(PositionClosing closing, MarketMoment moment, CloseLook? look)
    {
        var retryAt = RetryAt(closing);
        if (moment.Now < retryAt)
        {
            return new CloseStep.Wait(retryAt, closing.LastAttempt!.Detail ?? "the last attempt failed", IsAlarming: IsStubborn(closing));
        }

        if (look is not { IsComplete: true })
        {
            return new CloseStep.LookAtAll();
        }

        if (CloseObservation.IsGone(closing, look))
        {
            return Gone(closing) ?? new CloseStep.Wait(moment.Now + CloseLimits.BetweenLooks, "the broker no longer lists the position; looking again");
        }

        return FreeQuantity(closing, moment, look)
            ?? new CloseStep.Submit(Math.Min(closing.RemainingQuantity, Math.Abs(look.Held!.Value)));
    }

    // "Gone" needs two looks: one empty answer may be the broker's mistake.
    private static CloseStep? Gone(PositionClosing closing)
    {
        if (closing.GoneLooks.Count < 2 || closing.GoneLooks[^1] - closing.GoneLooks[0] < CloseLimits.BetweenLooks)
        {
            return null;
        }

        return closing.FilledQuantity > 0
            ? new CloseStep.Settle(CloseEnd.Closed, $"{closing.RemainingQuantity:0.####} of {closing.Quantity:0.####} were closed elsewhere")
            : new CloseStep.Settle(CloseEnd.Overtaken, "the position was gone before our order");
    }

    private static CloseStep? FreeQuantity(PositionClosing closing, MarketMoment moment, CloseLook look)
    {
        var holding = look.Orders.FirstOrDefault(order => order.IsWorking && order.Side == closing.ClosingSide);
        if (holding is null)
        {
            return null;
        }

        return CancelOrWait(closing, holding, moment);
    }

    // A cancel is a request: it can be lost, stay pending, or come too late. Asking again does no harm.
    private static CloseStep CancelOrWait(PositionClosing closing, Order order, MarketMoment moment)
    {
        var requests = closing.CancelRequests.Where(request => request.OrderId == order.Id).ToList();
        var askAgain = requests.Count == 0 || moment.Now - requests[^1].At >= CloseLimits.BetweenLooks;
        if (order.Status != OrderStatus.PendingCancel && askAgain)
        {
            return new CloseStep.Cancel(order);
        }

        var waitsSince = requests.Count > 0 ? requests[0].At : closing.LastAttempt!.IntentAt;
        return new CloseStep.Wait(
            moment.Now + CloseLimits.Pause(TimeSpan.Zero),
            "waiting until the broker confirms a cancel",
            IsAlarming: moment.Now - waitsSince >= CloseLimits.WorkingPatience);
    }

    private static DateTimeOffset RetryAt(PositionClosing closing)
    {
        var last = closing.LastAttempt!;
        var pause = IsStubborn(closing) ? CloseLimits.AfterManyFailures
            : last.Outcome == AttemptOutcome.RateLimited || closing.Failures == 0 ? TimeSpan.Zero
            : CloseLimits.Pause(closing.Failures);

        // The order found may have been another of the same size, and ours still unlisted.
        var earliest = last.IntentAt + (last.IsFoundByLooking && pause < CloseLimits.BetweenLooks ? CloseLimits.BetweenLooks : pause);
        return last.RetryAfter is { } after && after > earliest ? after : earliest;
    }

    // Being told to slow down is no failure, but ten times in one closing is as alarming as one.
    private static bool IsStubborn(PositionClosing closing) =>
        closing.Failures >= CloseLimits.Attempts
        || closing.Attempts.Count(attempt => attempt.Outcome == AttemptOutcome.RateLimited) >= CloseLimits.Attempts;
}
