namespace ExitDesk.Domain.Exits;

/// <summary>Closes what was sold once its expiration is near, before small moves weigh much.</summary>
/// <remarks>Only what was opened further out: else it would be closed at once.</remarks>
public static class DaysToExpiration
{
    /// <summary>Judges one position. Deterministic, no I/O, never throws for a valid snapshot.</summary>
    public static ExitDecision Evaluate(in PositionSnapshot position, DaysToExpirationPlan plan)
    {
        if (!plan.Enabled)
        {
            return ExitDecision.Hold;
        }

        if (!position.Timing.IsKnown)
        {
            return ExitDecision.Undecided(ExitReason.DaysToExpiration, "the time is not known");
        }

        return position.Timing.DaysLeft is { } left && left <= plan.Days && !(position.Timing.DaysAtEntry <= plan.Days)
            ? ExitDecision.Close(ExitReason.DaysToExpiration, plan.Urgency, left, plan.Days)
            : ExitDecision.Hold;
    }
}
