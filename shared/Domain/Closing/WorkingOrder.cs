using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>What to do while an order of ours works: follow it, and cancel it once its time is over.</summary>
internal static class WorkingOrder
{
    public static CloseStep Next(PositionClosing closing, Order working, CloseFacts facts)
    {
        if (facts.Look is null)
        {
            return new CloseStep.LookAtOrders();
        }

        var attempt = closing.AttemptOf(working);
        return attempt is { LimitPrice: not null } limit
            ? WhileLimit(closing, limit, working, facts)
            : WhileMarket(closing, attempt, working, facts);
    }

    /// <summary>A cancel is a request: it can be lost, stay pending, or come too late. Asking again does no harm.</summary>
    public static CloseStep CancelOrWait(PositionClosing closing, Order order, CloseFacts facts)
    {
        var requests = closing.CancelRequests.Where(request => request.OrderId == order.Id).ToList();
        var askAgain = requests.Count == 0 || facts.Now - requests[^1].At >= CloseLimits.BetweenLooks;
        if (order.Status != OrderStatus.PendingCancel && askAgain)
        {
            return new CloseStep.Cancel(order);
        }

        var waitsSince = requests.Count > 0 ? requests[0].At : closing.LastAttempt?.IntentAt ?? closing.Trigger.At;
        return new CloseStep.Wait(
            facts.Now + CloseLimits.Pause(TimeSpan.Zero),
            "waiting until the broker confirms a cancel",
            IsAlarming: facts.Now - waitsSince >= CloseLimits.WorkingPatience);
    }

    // A market order would have filled: one that was found by looking may be a resting order of the owner of the same size.
    private static CloseStep WhileMarket(PositionClosing closing, CloseAttempt? attempt, Order working, CloseFacts facts)
    {
        var age = facts.Now - working.CreatedAt;
        return attempt is { IsFoundByLooking: true } && facts.MayMutate(closing) && age >= CloseLimits.WorkingPatience
            ? CancelOrWait(closing, working, facts)
            : new CloseStep.Wait(facts.Now + CloseLimits.Pause(age), Progress(working), IsAlarming: age >= CloseLimits.WorkingPatience);
    }

    // Switched off, it is cancelled too: a price that nobody walks on must not stay in the market.
    private static CloseStep WhileLimit(PositionClosing closing, CloseAttempt attempt, Order working, CloseFacts facts)
    {
        var until = attempt.IntentAt + CloseWalk.TimeOf(closing, attempt);
        var isOver = facts.Now >= until
            || attempt.Number <= closing.RaisedAfter
            || !facts.MayMutate(closing)
            || facts.Moment.UntilClose <= CloseLimits.CancelBeforeClose
            || (facts.IsRuleGone && CloseWalk.StopsWithItsRule(closing));
        if (isOver)
        {
            return CancelOrWait(closing, working, facts);
        }

        var lastCall = facts.Now + facts.Moment.UntilClose - CloseLimits.CancelBeforeClose;
        var next = facts.Now + CloseLimits.Pause(facts.Now - attempt.IntentAt);
        return new CloseStep.Wait(Earlier(Earlier(next, until), lastCall ?? until), Progress(working));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static string Progress(Order working) =>
        $"the closing order is {working.StatusText}, {working.FilledQuantity:0.####} of {working.Quantity:0.####} filled";
}
