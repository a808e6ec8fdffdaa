namespace ExitDesk.Domain.Exits;

/// <summary>The expiry ladder's demand, in its place among the rules.</summary>
/// <remarks>It speaks without an option quote: the ladder measures the underlying, and time.</remarks>
public static class ExerciseRisk
{
    /// <summary>Judges one position. Deterministic, no I/O, never throws for a valid snapshot.</summary>
    public static ExitDecision Evaluate(in PositionSnapshot position, ExerciseRiskPlan plan)
    {
        if (!plan.Enabled)
        {
            return ExitDecision.Hold;
        }

        if (position.Ladder.Urgency is { } urgency)
        {
            return ExitDecision.Close(ExitReason.ExerciseRisk, urgency, position.Ladder.Moneyness, position.Ladder.Threshold);
        }

        return position.Ladder.IsUndecided
            ? ExitDecision.Undecided(ExitReason.ExerciseRisk, "the underlying has no price")
            : ExitDecision.Hold;
    }
}
