namespace ExitDesk.Domain.Exits;

/// <summary>What a rule says by itself: before confirmation, whatever is silenced, and whatever other rules say.</summary>
public static class SingleRule
{
    /// <summary>One rule's decision. Not for mode Emergency, which is no rule of a plan.</summary>
    public static ExitDecision Of(ExitReason rule, in PositionSnapshot position, ExitPlan plan) =>
        ExitPolicy.Decide(position, plan, new DecisionContext(IsEmergency: false, RuleSet.All.Without(rule)));

    /// <summary>Every rule that fires.</summary>
    public static RuleSet Past(in PositionSnapshot position, ExitPlan plan) => Read(RuleSet.All, position, plan).Fires;

    /// <summary>Of some rules those that hold now and those that fire; the others cannot tell, or are none of a plan.</summary>
    public static (RuleSet Holds, RuleSet Fires) Read(RuleSet rules, in PositionSnapshot position, ExitPlan plan)
    {
        var (holds, fires) = (RuleSet.None, RuleSet.None);
        for (var rule = ExitReason.ExerciseRisk; rule <= ExitReason.MaxHold; rule++)
        {
            var kind = rules.Contains(rule) ? Of(rule, position, plan).Kind : DecisionKind.Undecided;
            holds = kind == DecisionKind.Hold ? holds.With(rule) : holds;
            fires = kind == DecisionKind.Close ? fires.With(rule) : fires;
        }

        return (holds, fires);
    }

    /// <summary>The loss of a stop that fires and is deep, a fraction of the debit or a multiple of the credit, above 0; else null.</summary>
    public static decimal? DeepLoss(in PositionSnapshot position, ExitPlan plan) =>
        StopLoss.Evaluate(position, plan.StopLoss) is var stop && StopLoss.IsDeep(stop) ? Math.Abs(stop.Value!.Value) : null;

    /// <summary>True if the stop fires and is deep, however deep it was when its owner was shown it.</summary>
    /// <param name="position">Now.</param>
    /// <param name="plan">Its rules.</param>
    /// <param name="shown">The loss of a stop that was shown deep; null if it was not.</param>
    public static bool IsStopDeep(in PositionSnapshot position, ExitPlan plan, decimal? shown) =>
        StopLoss.IsDeep(StopLoss.Evaluate(position, plan.StopLoss), shown, position);
}
