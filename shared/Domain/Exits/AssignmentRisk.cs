namespace ExitDesk.Domain.Exits;

/// <summary>Closes before somebody exercises against a short leg: once its extrinsic value is gone, or is less than a dividend.</summary>
public static class AssignmentRisk
{
    /// <summary>Judges one position: each short leg that can be measured may fire it; only if all were measured does it hold.
    /// Deterministic, no I/O, never throws for a valid snapshot.</summary>
    public static ExitDecision Evaluate(in PositionSnapshot position, AssignmentRiskPlan plan)
    {
        var facts = position.Assignment;
        if (!plan.Enabled || !facts.HasShortLegs || facts.IsInTheMoney == false)
        {
            return ExitDecision.Hold;
        }

        if (facts.IsInTheMoney is null)
        {
            return ExitDecision.Undecided(ExitReason.AssignmentRisk, "the underlying has no price");
        }

        if (facts.Extrinsic <= plan.Extrinsic)
        {
            return ExitDecision.Close(ExitReason.AssignmentRisk, plan.Urgency, facts.Extrinsic, plan.Extrinsic);
        }

        var byDividend = facts.CallExtrinsic is { } call ? BeforeDividend(call, facts.Dividend, plan) : ExitDecision.Hold;
        return byDividend.Kind == DecisionKind.Hold && (facts.IsPartial || facts.Extrinsic is null)
            ? ExitDecision.Undecided(ExitReason.AssignmentRisk, "a short leg in the money has no usable quote")
            : byDividend;
    }

    private static ExitDecision BeforeDividend(decimal extrinsic, decimal? dividend, AssignmentRiskPlan plan) => dividend switch
    {
        null => ExitDecision.Undecided(ExitReason.AssignmentRisk, "the next dividend is not known"),
        { } due when extrinsic < due => ExitDecision.Close(ExitReason.AssignmentRisk, plan.Urgency, extrinsic, due),
        _ => ExitDecision.Hold,
    };
}
