namespace ExitDesk.Domain.Exits;

/// <summary>Closes once too much of the best return was given back.</summary>
/// <remarks>Judged like the stop: on the closing side of a usable quote, or on the mid of a market that stays wide. Without a
/// bid for a bought leg that mid proves no gain. The best is one of usable quotes alone, on which two readings agree.</remarks>
public static class TrailingStop
{
    /// <summary>Judges one position. Deterministic, no I/O, never throws for a valid snapshot.</summary>
    public static ExitDecision Evaluate(in PositionSnapshot position, TrailingStopPlan plan)
    {
        if (!plan.Enabled)
        {
            return ExitDecision.Hold;
        }

        if (!position.HasMeaningfulEntry)
        {
            return ExitDecision.Undecided(ExitReason.TrailingStop, "entry below $0.05: percentages mean nothing");
        }

        if (position.StopValue is not { } value)
        {
            return ExitDecision.Undecided(ExitReason.TrailingStop, "no usable quote on the closing side");
        }

        if (BestValue(position) is not { } best)
        {
            return ExitDecision.Undecided(ExitReason.TrailingStop, "no best seen yet: two usable quotes that agree make one");
        }

        // In USD per share, not as fractions: exact at the threshold, and no division where nothing fires.
        var entry = Math.Abs(position.EntryValue);
        if (best - position.EntryValue < plan.Arm * entry)
        {
            return ExitDecision.Hold;
        }

        var given = plan.GiveBack * entry;
        return best - value >= given
            ? ExitDecision.Close(ExitReason.TrailingStop, plan.Urgency, position.ReturnAt(value), position.ReturnAt(best) - plan.GiveBack)
            : best - position.UnbidValue >= given ? ExitDecision.Undecided(ExitReason.TrailingStop, StopLoss.Unproven)
            : ExitDecision.Hold;
    }

    /// <summary>True if more than half as much again was given back as the plan allows.</summary>
    /// <param name="position">What was judged.</param>
    /// <param name="plan">What it was judged by.</param>
    /// <param name="decision">What this rule said of it.</param>
    public static bool IsDeep(in PositionSnapshot position, TrailingStopPlan plan, in ExitDecision decision) =>
        decision is { Kind: DecisionKind.Close, Reason: ExitReason.TrailingStop }
        && BestValue(position) - position.StopValue > StopLoss.DeepMultiple * plan.GiveBack * Math.Abs(position.EntryValue);

    /// <summary>The best closing value so far, the present one included, USD per share; null if there was none.</summary>
    public static decimal? BestValue(in PositionSnapshot position) =>
        position.BestValue is { } best && !(position.ProfitValue > best) ? best : position.ProfitValue ?? position.BestValue;
}
