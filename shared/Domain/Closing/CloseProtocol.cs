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
        if (closing.Orders.FirstOrDefault(order => order.IsWorking) is { } working)
        {
            return WhileWorking(working, moment, look);
        }

        if (closing.RemainingQuantity <= 0)
        {
            return new CloseStep.Settle(CloseEnd.Closed, "filled");
        }

        if (closing.LastAttempt is { IsOpenQuestion: true } attempt)
        {
            return WhileUnknown(closing, attempt, moment, look);
        }

        if (!isPermitted && closing.Trigger.Authority == CloseAuthority.Rule)
        {
            return new CloseStep.Settle(CloseEnd.Withdrawn, "automatic orders are switched off");
        }

        return WaitForSession(moment) ?? (closing.Attempts.Count == 0
            ? new CloseStep.Submit(closing.Quantity)
            : Again(closing, moment, look));
    }

    private static CloseStep WhileWorking(Order working, MarketMoment moment, CloseLook? look)
    {
        if (look is null)
        {
            return new CloseStep.LookAtOrders();
        }

        var age = moment.Now - working.CreatedAt;
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
            IsAlarming: attempt.EmptyLooks.Count > 2);
    }

    private static CloseStep? WaitForSession(MarketMoment moment)
    {
        if (moment.UntilClose is not { } untilClose || untilClose <= CloseLimits.BeforeClose)
        {
            return new CloseStep.Wait(moment.NextOpen + CloseLimits.AfterOpen, "the market is closed; goes on after the next open");
        }

        return null;
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

        // A cancel is a request: it can be lost, stay pending, or come too late. Asking again does no harm.
        var asked = closing.CancelRequests.LastOrDefault(request => request.OrderId == holding.Id);
        var askAgain = asked is null || moment.Now - asked.At >= CloseLimits.BetweenLooks;
        return holding.Status == OrderStatus.PendingCancel || !askAgain
            ? new CloseStep.Wait(
                moment.Now + CloseLimits.Pause(TimeSpan.Zero),
                "waiting until the broker confirms a cancel",
                IsAlarming: asked is not null && moment.Now - asked.At >= CloseLimits.WorkingPatience)
            : new CloseStep.Cancel(holding);
    }

    private static DateTimeOffset RetryAt(PositionClosing closing)
    {
        var last = closing.LastAttempt!;
        var pause = last.Outcome == AttemptOutcome.RateLimited || closing.Failures == 0 ? TimeSpan.Zero
            : IsStubborn(closing) ? CloseLimits.AfterManyFailures
            : CloseLimits.Pause(closing.Failures);
        var earliest = last.IntentAt + pause;
        return last.RetryAfter is { } after && after > earliest ? after : earliest;
    }

    private static bool IsStubborn(PositionClosing closing) => closing.Failures >= CloseLimits.Attempts;
}
