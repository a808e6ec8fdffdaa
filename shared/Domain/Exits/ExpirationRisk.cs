namespace ExitDesk.Domain.Exits;

/// <summary>Closes what was bought before its last trading days, when time decay takes the rest.</summary>
/// <remarks>Only what was opened further out: a position opened in its last days is held for a reason.</remarks>
public static class ExpirationRisk
{
    /// <summary>Judges one position. Deterministic, no I/O, never throws for a valid snapshot.</summary>
    public static ExitDecision Evaluate(in PositionSnapshot position, ExpirationRiskPlan plan)
    {
        if (!plan.Enabled)
        {
            return ExitDecision.Hold;
        }

        if (!position.Timing.IsKnown)
        {
            return ExitDecision.Undecided(ExitReason.ExpirationRisk, "the time is not known");
        }

        return position.Timing.TradingDaysLeft is { } left && left <= plan.TradingDays && !(position.Timing.TradingDaysAtEntry <= plan.TradingDays)
            ? ExitDecision.Close(ExitReason.ExpirationRisk, plan.Urgency, left, plan.TradingDays)
            : ExitDecision.Hold;
    }
}
