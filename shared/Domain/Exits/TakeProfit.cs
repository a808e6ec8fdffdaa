namespace ExitDesk.Domain.Exits;

/// <summary>Closes once the gain that could be realized now reaches the plan's target.</summary>
/// <remarks>Judged on the closing side of the quote, never the mid: a wide market must not look like a profit.</remarks>
public static class TakeProfit
{
    /// <summary>Judges one position. Deterministic, no I/O, never throws for a valid snapshot.</summary>
    public static ExitDecision Evaluate(in PositionSnapshot position, TakeProfitPlan plan)
    {
        if (!plan.Enabled)
        {
            return ExitDecision.Hold;
        }

        if (!position.HasMeaningfulEntry)
        {
            return ExitDecision.Undecided(ExitReason.TakeProfit, "entry below $0.05: percentages mean nothing");
        }

        if (position.ProfitValue is not { } value)
        {
            return ExitDecision.Undecided(ExitReason.TakeProfit, "no usable quote on the closing side");
        }

        return value - position.EntryValue >= plan.Target * Math.Abs(position.EntryValue)
            ? ExitDecision.Close(ExitReason.TakeProfit, plan.Urgency, position.ReturnAt(value), plan.Target)
            : ExitDecision.Hold;
    }
}
