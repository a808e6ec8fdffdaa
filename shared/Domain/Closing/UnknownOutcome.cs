namespace ExitDesk.Domain.Closing;

/// <summary>What to do about an attempt of which nobody knows whether the broker took it: look, never send blindly.</summary>
internal static class UnknownOutcome
{
    /// <summary>While the call may still be on its way nobody else touches its intent.</summary>
    public static CloseStep? Lease(PositionClosing closing, CloseFacts facts) =>
        closing.LastAttempt is { Outcome: AttemptOutcome.Pending } attempt && attempt.IntentAt + CloseLimits.IntentLease is var end && facts.Now < end
            ? new CloseStep.Wait(end, "an attempt is on its way to the broker")
            : null;

    /// <summary>Looks until the order is found, or looks enough say that there is none.</summary>
    public static CloseStep? Next(PositionClosing closing, CloseFacts facts)
    {
        if (closing.LastAttempt is not { IsOpenQuestion: true } attempt)
        {
            return null;
        }

        if (facts.Look is not { IsComplete: true })
        {
            return new CloseStep.LookAtAll();
        }

        return CloseLooks.Gone(closing) ?? new CloseStep.Wait(
            facts.Now + (attempt.ClientOrderId is null ? CloseLimits.BetweenLooks : CloseLimits.BetweenSearches),
            "the broker gave no answer; looking for the order before anything is sent again",
            IsAlarming: attempt.EmptyLooks.Count > 2 || facts.Now - attempt.IntentAt >= CloseLimits.WorkingPatience);
    }

    /// <summary>What an attempt that nobody heard of leads to: the same order once more under its id, or, where another one is to
    /// follow, a wait for it to be listed late. Null if there is no such attempt, or it was waited for.</summary>
    public static CloseStep? Unheard(PositionClosing closing, CloseFacts facts)
    {
        if (closing.LastAttempt is not { Outcome: AttemptOutcome.Unheard } unheard)
        {
            return null;
        }

        var legs = OpenLeg.Of(closing, facts.Look!);
        var isWanted = unheard.Number > closing.RaisedAfter
            && (closing.IsMultiLeg || !CloseProtocol.IsImmediate(closing, facts))
            && unheard.Legs.All(leg => legs.Any(open => open.Leg.Symbol == leg.Symbol && open.Closable >= unheard.Quantity * leg.Ratio));
        var listedBy = unheard.IntentAt + CloseLimits.BetweenLooks;
        return isWanted ? new CloseStep.SendAgain()
            : facts.Now < listedBy ? new CloseStep.Wait(listedBy, "an order that got no answer may yet be listed")
            : null;
    }

    /// <summary>What is still held is not left before it is known whether an order is listed late. Null if nothing may be.</summary>
    public static CloseStep? BeforeTheEnd(PositionClosing closing, CloseFacts facts, CloseStep end)
    {
        if (!MayBeListedLate(closing.LastAttempt, end))
        {
            return null;
        }

        var listedBy = closing.LastAttempt!.IntentAt + CloseLimits.BetweenLooks;
        return facts.Now < listedBy ? new CloseStep.Wait(listedBy, "an order that got no answer may yet be listed")
            : facts.Look is { IsComplete: true } ? null
            : new CloseStep.LookAtAll();
    }

    // An order that nobody heard of may be listed late, and one that was found by looking may have been another of the same size.
    private static bool MayBeListedLate(CloseAttempt? last, CloseStep end) =>
        last is { Outcome: AttemptOutcome.Unheard }
        || (last is { IsFoundByLooking: true } && end is not CloseStep.Settle { End: CloseEnd.Closed or CloseEnd.Overtaken });
}
