namespace ExitDesk.Domain.Closing;

/// <summary>Makes a running closing more urgent. Pure.</summary>
public static class CloseRaise
{
    /// <summary>The closing with a new trigger: what works of it is cancelled and confirmed, then it goes on as the new urgency asks.</summary>
    /// <param name="closing">As the ledger has it.</param>
    /// <param name="trigger">What fired meanwhile.</param>
    /// <returns>Null if it is over or about to be, or if the new trigger asks for no more than the running one.</returns>
    public static PositionClosing? Apply(PositionClosing closing, CloseTrigger trigger) =>
        closing.End is not null || closing.Ending is not null || !IsMore(closing.Trigger, trigger)
            ? null
            : closing with
            {
                Trigger = trigger,
                Raised = [.. closing.Raised, closing.Trigger],
                RaisedAfter = closing.AttemptsMade,
                ForgottenFailures = 0,
                ForgottenRateLimits = 0,
            };

    // The owner's word lifts what a rule began over mode and state, even at the same urgency; a rule never takes that from it.
    private static bool IsMore(CloseTrigger running, CloseTrigger trigger) =>
        running.Authority == CloseAuthority.Owner ? trigger.Authority == CloseAuthority.Owner && trigger.Urgency > running.Urgency
        : trigger.Urgency > running.Urgency || (trigger.Authority == CloseAuthority.Owner && trigger.Urgency == running.Urgency);
}
