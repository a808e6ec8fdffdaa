namespace ExitDesk.Domain.Closing;

/// <summary>Decides the next step of a closing. Pure: the same facts give the same step.</summary>
/// <remarks>
/// The first close-position is sent without a look: it can only shrink a position, and the broker refuses a quantity that
/// another order holds. Everything else follows a complete look, whatever a refusal said.
/// </remarks>
public static class CloseProtocol
{
    /// <summary>Decides.</summary>
    /// <param name="closing">As the ledger has it, with the look of <paramref name="facts"/> already worked in.</param>
    /// <param name="facts">Clock, permission and what was read.</param>
    public static CloseStep Next(PositionClosing closing, CloseFacts facts)
    {
        var step = Decide(closing, facts);
        step = Ends(step) && MayBeListedLate(closing.LastAttempt, step) ? BeforeTheEnd(closing.LastAttempt!, facts) ?? step : step;
        return PutBack.BeforeTheEnd(closing, facts, step) ?? step;
    }

    /// <summary>True if it goes to the market: by its urgency, because no limit order takes its legs, or as an unfilled walk near the deadline.</summary>
    public static bool IsImmediate(PositionClosing closing, CloseFacts facts) =>
        WalkPace.Of(closing.Trigger.Urgency) is not { } pace
        || closing.Legs.Any(leg => leg.Contract is null)
        || (closing.IsMultiLeg && !MultiLeg.IsSupported(closing.Legs))
        || (CloseWalk.IsWalked(closing, pace) && facts.DeadlineAt - facts.Now <= CloseLimits.NearDeadline);

    private static CloseStep Decide(PositionClosing closing, CloseFacts facts)
    {
        if (closing.Orders.FirstOrDefault(order => order.IsWorking) is { } working)
        {
            return WorkingOrder.Next(closing, working, facts);
        }

        if (!closing.OpenLegs.Any())
        {
            return new CloseStep.Settle(CloseEnd.Closed, ClosePhrases.Done(closing)) { LeftOut = closing.LeftOut };
        }

        if (closing.LastAttempt is { IsOpenQuestion: true } attempt)
        {
            return WhileUnknown(closing, attempt, facts);
        }

        if (PutBack.Next(closing, facts) is { } ending)
        {
            return ending;
        }

        if (!facts.MayMutate(closing))
        {
            return new CloseStep.Settle(CloseEnd.Withdrawn, "automatic orders are switched off");
        }

        return CloseSession.Wait(closing, facts.Moment) ?? (IsImmediate(closing, facts)
            ? closing.IsMultiLeg ? LegsAtOnce.Next(closing, facts) : LegAtOnce.Next(closing, facts)
            : CloseWalk.Next(closing, facts));
    }

    private static bool Ends(CloseStep step) => step is CloseStep.Settle or CloseStep.GiveUp;

    // An order that nobody heard of may be listed late, and one that was found by looking may have been another of the same size:
    // what is still held is not left before that is known.
    private static bool MayBeListedLate(CloseAttempt? last, CloseStep step) =>
        last is { Outcome: AttemptOutcome.Unheard }
        || (last is { IsFoundByLooking: true } && step is not CloseStep.Settle { End: CloseEnd.Closed or CloseEnd.Overtaken });

    private static CloseStep? BeforeTheEnd(CloseAttempt last, CloseFacts facts)
    {
        var listedBy = last.IntentAt + CloseLimits.BetweenLooks;
        return facts.Now < listedBy ? new CloseStep.Wait(listedBy, "an order that got no answer may yet be listed")
            : facts.Look is { IsComplete: true } ? null
            : new CloseStep.LookAtAll();
    }

    private static CloseStep WhileUnknown(PositionClosing closing, CloseAttempt attempt, CloseFacts facts)
    {
        var leaseEnd = attempt.IntentAt + CloseLimits.IntentLease;
        if (attempt.Outcome == AttemptOutcome.Pending && facts.Now < leaseEnd)
        {
            return new CloseStep.Wait(leaseEnd, "an attempt is on its way to the broker");
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
}
