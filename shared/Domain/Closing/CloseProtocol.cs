namespace ExitDesk.Domain.Closing;

/// <summary>Decides the next step of a closing. Pure: the same facts give the same step.</summary>
/// <remarks>
/// The first close-position is sent without a look: it can only shrink a position, and the broker refuses a quantity that
/// another order holds. Everything else follows a complete look, whatever a refusal said.
/// </remarks>
public static class CloseProtocol
{
    /// <summary>Its questions, in order.</summary>
    public static CloseGuards Guards { get; } = new(
        [
            new("working order", (closing, facts) => closing.Orders.FirstOrDefault(order => order.IsWorking) is { } working ? WorkingOrder.Next(closing, working, facts) : null),
            new("nothing open", (closing, _) => closing.OpenLegs.Any() ? null : new CloseStep.Settle(CloseEnd.Closed, ClosePhrases.Done(closing)) { LeftOut = closing.LeftOut }),
            new("lease", UnknownOutcome.Lease),
            new("unknown outcome", UnknownOutcome.Next),
            new("put back", PutBack.Next),
            new("permission", (closing, facts) => facts.MayMutate(closing) ? null : new CloseStep.Settle(CloseEnd.Withdrawn, "automatic orders are switched off")),
            new("session", (closing, facts) => CloseSession.Wait(closing, facts.Moment)),
            new("end of the walk", (closing, facts) => IsImmediate(closing, facts) ? null : CloseWalk.Stopped(closing, facts)),
            new("pause", CloseLooks.Pause),
            new("first attempt", (closing, facts) => IsImmediate(closing, facts) && !closing.IsMultiLeg ? LegAtOnce.First(closing, facts) : null),
            new("look", (_, facts) => facts.Look is { IsComplete: true } ? null : new CloseStep.LookAtAll()),
            new("gone", (closing, facts) => CloseObservation.IsGone(closing, facts.Look!) ? CloseLooks.GoneOrWait(closing, facts) : null),
            new("legs in ratio", (closing, facts) => IsImmediate(closing, facts) ? null : CloseWalk.Broken(closing, facts)),
            new("held quantity", HeldQuantity.Next),
            new("unheard order", UnknownOutcome.Unheard),
            new("at once", (closing, facts) => !IsImmediate(closing, facts) ? null : closing.IsMultiLeg ? LegsAtOnce.Submit(closing, facts) : LegAtOnce.Submit(closing, facts)),
            new("walk", CloseWalk.Submit),
        ],
        [new("late listing", UnknownOutcome.BeforeTheEnd), new("decided end", PutBack.BeforeTheEnd)]);

    /// <summary>Decides.</summary>
    /// <param name="closing">As the ledger has it, with the look of <paramref name="facts"/> already worked in.</param>
    /// <param name="facts">Clock, permission and what was read.</param>
    public static CloseStep Next(PositionClosing closing, CloseFacts facts) => Guards.Next(closing, facts);

    /// <summary>True if it goes to the market: by its urgency, because no limit order takes its legs, or as an unfilled walk near the deadline.</summary>
    public static bool IsImmediate(PositionClosing closing, CloseFacts facts) =>
        WalkPace.Of(closing.Trigger.Urgency) is not { } pace
        || closing.Legs.Any(leg => leg.Contract is null)
        || (closing.IsMultiLeg && !MultiLeg.IsSupported(closing.Legs))
        || (CloseWalk.IsWalked(closing, pace) && facts.DeadlineAt - facts.Now <= CloseLimits.NearDeadline);
}
