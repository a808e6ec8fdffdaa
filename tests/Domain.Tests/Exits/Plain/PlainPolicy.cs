using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Tests.Exits.Plain;

/// <summary>What follows when several rules speak, in the words of the documentation: strongest approval, then highest urgency, then
/// the first by number.</summary>
internal static class PlainPolicy
{
    public static ExitDecision Decide(PositionSnapshot position, ExitPlan plan, bool isEmergency, RuleSet silenced)
    {
        ExitDecision[] all =
        [
            Emergency.Evaluate(isEmergency),
            ExerciseRisk.Evaluate(position, plan.ExerciseRisk),
            StopLoss.Evaluate(position, plan.StopLoss),
            TakeProfit.Evaluate(position, plan.TakeProfit),
            TrailingStop.Evaluate(position, plan.TrailingStop),
            Moved(position, plan.UnderlyingMove),
            DayTradeClose.Evaluate(position, plan.DayTradeClose),
            ExpirationRisk.Evaluate(position, plan.ExpirationRisk),
            DaysToExpiration.Evaluate(position, plan.DaysToExpiration),
            AssignmentRisk.Evaluate(position, plan.AssignmentRisk),
            MaxHold.Evaluate(position, plan.MaxHold),
        ];
        var spoken = all.Where(one => one.Reason is { } rule && !silenced.Contains(rule)).ToList();
        var strongest = spoken.Where(one => one.Kind == DecisionKind.Close)
            .GroupBy(one => plan.ApprovalOf(one.Reason!.Value)).MinBy(group => group.Key)?.ToList();
        return strongest is null
            ? spoken.FirstOrDefault(one => one.Kind == DecisionKind.Undecided)
            : strongest[0] with { Urgency = strongest.Max(one => one.Urgency) };
    }

    private static ExitDecision Moved(in PositionSnapshot position, UnderlyingMovePlan plan)
    {
        var (price, entry, direction) = position.Underlying;
        if (!plan.Enabled || (plan.Against is null && plan.For is null) || entry is not > 0 || price is not { } now)
        {
            return UnderlyingMove.Evaluate(position, plan);
        }

        var gained = direction == 0 ? -Math.Abs(now - entry.Value) : direction * (now - entry.Value);
        return gained <= -plan.Against * entry ? ExitDecision.Close(ExitReason.UnderlyingMove, plan.Urgency, gained / entry, -plan.Against)
            : gained >= plan.For * entry ? ExitDecision.Close(ExitReason.UnderlyingMove, plan.Urgency, gained / entry, plan.For)
            : ExitDecision.Hold;
    }
}
