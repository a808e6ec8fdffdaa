namespace ExitDesk.Domain.Exits;

/// <summary>Each rule's reading in order: the answer to "why has it not exited?".</summary>
public static class ExitExplanation
{
    public static IReadOnlyList<RuleReading> Read(in PositionSnapshot position, ExitPlan plan) =>
        [ReadStop(position, plan.StopLoss), ReadProfit(position, plan.TakeProfit)];

    private static RuleReading ReadStop(in PositionSnapshot position, StopLossPlan plan)
    {
        var entry = Math.Abs(position.EntryValue);
        var limit = position.IsDebit ? -plan.DebitLoss : position.HasMeaningfulEntry ? StopLoss.CreditLimit(position, plan) : plan.CreditMultiple;
        var firesAt = position.IsDebit ? entry * (1 - plan.DebitLoss) : entry * (1 + limit);
        decimal? value = position.StopValue is { } closing && position.HasMeaningfulEntry
            ? position.IsDebit ? position.DebitReturn(closing) : position.CreditLoss(closing)
            : null;
        return Reading(
            position, ExitReason.StopLoss, plan.Enabled, value, limit, firesAt, position.StopValue, StopLoss.Evaluate(position, plan));
    }

    private static RuleReading ReadProfit(in PositionSnapshot position, TakeProfitPlan plan)
    {
        var entry = Math.Abs(position.EntryValue);
        var firesAt = position.IsDebit ? entry * (1 + plan.Target) : entry * (1 - plan.Target);
        decimal? value = position.ProfitValue is { } closing && position.HasMeaningfulEntry
            ? position.IsDebit ? position.DebitReturn(closing) : position.CreditProfit(closing)
            : null;
        return Reading(
            position, ExitReason.TakeProfit, plan.Enabled, value, plan.Target, firesAt, position.ProfitValue, TakeProfit.Evaluate(position, plan));
    }

    // No price fires a rule whose percentages mean nothing, or whose target is more than the credit.
    private static RuleReading Reading(
        in PositionSnapshot position, ExitReason rule, bool enabled, decimal? value, decimal threshold, decimal price, decimal? closing, ExitDecision decision)
    {
        decimal? firesAt = position.HasMeaningfulEntry && price >= 0 ? price : null;
        decimal? distance = closing is { } current && firesAt is { } target
            ? decision.Kind == DecisionKind.Close ? 0 : Math.Abs(Math.Abs(current) - target)
            : null;
        return new RuleReading(rule, enabled, value, threshold, firesAt, distance, decision);
    }
}
