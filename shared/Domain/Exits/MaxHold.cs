namespace ExitDesk.Domain.Exits;

/// <summary>Closes what was held long enough.</summary>
public static class MaxHold
{
    /// <summary>Judges one position. Deterministic, no I/O, never throws for a valid snapshot.</summary>
    public static ExitDecision Evaluate(in PositionSnapshot position, MaxHoldPlan plan)
    {
        if (!plan.Enabled)
        {
            return ExitDecision.Hold;
        }

        if ((plan.InTradingMinutes ? position.Timing.TradingMinutesHeld : position.Timing.DaysHeld) is not { } held)
        {
            return ExitDecision.Undecided(ExitReason.MaxHold, "when it was opened is not known");
        }

        return held >= plan.Limit ? ExitDecision.Close(ExitReason.MaxHold, plan.Urgency, held, plan.Limit) : ExitDecision.Hold;
    }
}
