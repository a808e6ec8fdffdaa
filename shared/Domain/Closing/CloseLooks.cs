namespace ExitDesk.Domain.Closing;

/// <summary>What complete looks say, and how long to wait before the next attempt.</summary>
internal static class CloseLooks
{
    /// <summary>The end of a position that two looks did not find; null if they are too few or too near. One empty answer may be
    /// the broker's mistake.</summary>
    public static CloseStep? Gone(PositionClosing closing)
    {
        if (!AreTwo(closing.GoneLooks))
        {
            return null;
        }

        // What was left out is not looked for: where nothing was filled it may still be held, and the whole position has not ended.
        return closing is { HasFills: false, LeftOut.Count: > 0 }
            ? new CloseStep.Settle(CloseEnd.Unfilled, "all but what nobody bid for was gone before our order: the sync finds what is left")
            : closing.HasFills
            ? new CloseStep.Settle(CloseEnd.Closed, $"{closing.RemainingQuantity:0.####} of {closing.Quantity:0.####} were closed elsewhere")
            : new CloseStep.Settle(CloseEnd.Overtaken, "the position was gone before our order");
    }

    /// <summary>What a look that found nothing held leads to.</summary>
    public static CloseStep GoneOrWait(PositionClosing closing, CloseFacts facts) => Gone(closing)
        ?? new CloseStep.Wait(facts.Now + CloseLimits.BetweenLooks, "the broker no longer lists the position; looking again");

    /// <summary>What legs that are not held in ratio lead to, where nothing may be closed: the sync finds what is left of it.</summary>
    public static CloseStep BrokenOrWait(PositionClosing closing, CloseFacts facts) => AreTwo(closing.UnevenLooks)
        ? new CloseStep.Settle(CloseEnd.Unfilled, "its legs are no longer held in ratio: what is left is shown on its own")
        : new CloseStep.Wait(facts.Now + CloseLimits.BetweenLooks, "its legs are not held in ratio; looking again");

    /// <summary>What is held but needed by other positions leads to: one of the two is not held in full, and the sync finds out which.</summary>
    public static CloseStep CoverOrWait(PositionClosing closing, CloseFacts facts) => AreTwo(closing.UnevenLooks)
        ? new CloseStep.Settle(CloseEnd.Unfilled, "what is held covers what another position sold: the sync finds whose it is")
        : new CloseStep.Wait(facts.Now + CloseLimits.BetweenLooks, "what is held covers what another position sold; looking again");

    /// <summary>A wait after a failure; null if the next attempt may be made.</summary>
    public static CloseStep? Pause(PositionClosing closing, CloseFacts facts)
    {
        if (closing.CurrentAttempts.LastOrDefault() is not { } last)
        {
            return null;
        }

        var retryAt = RetryAt(closing, last);
        return facts.Now < retryAt
            ? new CloseStep.Wait(retryAt, last.Detail ?? "the last attempt failed", IsAlarming: IsStubborn(closing))
            : null;
    }

    /// <summary>Being told to slow down is no failure, but ten times in one closing is as alarming as one.</summary>
    public static bool IsStubborn(PositionClosing closing) =>
        closing.Failures >= CloseLimits.Attempts || closing.RateLimits >= CloseLimits.Attempts;

    private static bool AreTwo(IReadOnlyList<DateTimeOffset> looks) => looks.Count >= 2 && looks[^1] - looks[0] >= CloseLimits.BetweenLooks;

    private static DateTimeOffset RetryAt(PositionClosing closing, CloseAttempt last)
    {
        var pause = IsStubborn(closing) ? CloseLimits.AfterManyFailures
            : last.Outcome == AttemptOutcome.RateLimited || closing.Failures == 0 || IsCalm(closing, last) ? TimeSpan.Zero
            : CloseLimits.Pause(closing.Failures);

        // The order found may have been another of the same size, and ours still unlisted.
        var earliest = last.IntentAt + (last.IsFoundByLooking && pause < CloseLimits.BetweenLooks ? CloseLimits.BetweenLooks : pause);
        return last.RetryAfter is { } after && after > earliest ? after : earliest;
    }

    // A step of ours that was cancelled because its time was over is no failure to recover from.
    private static bool IsCalm(PositionClosing closing, CloseAttempt last) =>
        last.OrderId is { } id && last.LimitPrice is not null && closing.CancelRequests.Any(request => request.OrderId == id);
}
