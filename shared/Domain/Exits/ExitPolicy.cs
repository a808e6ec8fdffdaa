namespace ExitDesk.Domain.Exits;

/// <summary>All rules in their order, and what follows when several speak.</summary>
public static class ExitPolicy
{
    /// <summary>Decides about one position, before confirmation. Pure, total, and without allocation on hold.</summary>
    /// <param name="position">The position now.</param>
    /// <param name="plan">Its rules.</param>
    /// <param name="context">Mode, and what is silenced.</param>
    /// <returns>
    /// Close, if any rule fires: one that acts beats one that asks and then acts, which beats one that only asks; the most
    /// urgent of the strongest gives the urgency, and the first of them by number the reason. Else undecided, if any rule is. Else hold.
    /// </returns>
    public static ExitDecision Decide(in PositionSnapshot position, ExitPlan plan, in DecisionContext context) =>
        Decide(position, plan, context, StopLoss.Evaluate(position, plan.StopLoss), TrailingStop.Evaluate(position, plan.TrailingStop));

    /// <summary>The same, where the stops are judged already.</summary>
    internal static ExitDecision Decide(
        in PositionSnapshot position, ExitPlan plan, in DecisionContext context, in ExitDecision stop, in ExitDecision trailing)
    {
        var answer = Emergency.Evaluate(context.IsEmergency);
        Weigh(ref answer, ExerciseRisk.Evaluate(position, plan.ExerciseRisk), plan, context.Silenced);
        Weigh(ref answer, stop, plan, context.Silenced);
        Weigh(ref answer, TakeProfit.Evaluate(position, plan.TakeProfit), plan, context.Silenced);
        Weigh(ref answer, trailing, plan, context.Silenced);
        Weigh(ref answer, UnderlyingMove.Evaluate(position, plan.UnderlyingMove), plan, context.Silenced);
        Weigh(ref answer, DayTradeClose.Evaluate(position, plan.DayTradeClose), plan, context.Silenced);
        Weigh(ref answer, ExpirationRisk.Evaluate(position, plan.ExpirationRisk), plan, context.Silenced);
        Weigh(ref answer, DaysToExpiration.Evaluate(position, plan.DaysToExpiration), plan, context.Silenced);
        Weigh(ref answer, AssignmentRisk.Evaluate(position, plan.AssignmentRisk), plan, context.Silenced);
        Weigh(ref answer, MaxHold.Evaluate(position, plan.MaxHold), plan, context.Silenced);
        return answer;
    }

    private static void Weigh(ref ExitDecision answer, in ExitDecision next, ExitPlan plan, RuleSet silenced)
    {
        if (next.Kind == DecisionKind.Hold || silenced.Contains(next.Reason!.Value))
        {
            return;
        }

        if (answer.Kind != DecisionKind.Close)
        {
            answer = answer.Kind == DecisionKind.Hold || next.Kind == DecisionKind.Close ? next : answer;
            return;
        }

        if (next.Kind == DecisionKind.Close)
        {
            answer = Stronger(answer, next, plan);
        }
    }

    private static ExitDecision Stronger(in ExitDecision first, in ExitDecision second, ExitPlan plan)
    {
        var (firstApproval, secondApproval) = (plan.ApprovalOf(first.Reason!.Value), plan.ApprovalOf(second.Reason!.Value));
        if (firstApproval != secondApproval)
        {
            return firstApproval < secondApproval ? first : second;
        }

        return first with { Urgency = first.Urgency > second.Urgency ? first.Urgency : second.Urgency };
    }
}
