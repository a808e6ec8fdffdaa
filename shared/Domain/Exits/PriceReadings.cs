namespace ExitDesk.Domain.Exits;

/// <summary>Readings of the rules that a price fires.</summary>
internal static class PriceReadings
{
    public static RuleReading Stop(in PositionSnapshot position, StopLossPlan plan)
    {
        var entry = Math.Abs(position.EntryValue);
        var limit = position.IsDebit ? -plan.DebitLoss : position.HasMeaningfulEntry ? StopLoss.CreditLimit(position, plan) : plan.CreditMultiple;
        var loss = position.IsDebit ? plan.DebitLoss * entry : CreditLoss(position, plan, entry);
        decimal? value = position.StopValue is { } closing && position.HasMeaningfulEntry
            ? position.IsDebit ? position.DebitReturn(closing) : position.CreditLoss(closing)
            : null;
        return Reading(
            position, ExitReason.StopLoss, plan.Enabled, value, limit, position.EntryValue - loss, position.StopValue, StopLoss.Evaluate(position, plan));
    }

    public static RuleReading Profit(in PositionSnapshot position, TakeProfitPlan plan) => Reading(
        position, ExitReason.TakeProfit, plan.Enabled, Return(position, position.ProfitValue), plan.Target,
        position.EntryValue + (plan.Target * Math.Abs(position.EntryValue)), position.ProfitValue, TakeProfit.Evaluate(position, plan));

    /// <summary>Where it is not armed yet, its threshold and price follow from the return that arms it.</summary>
    public static RuleReading Trailing(in PositionSnapshot position, TrailingStopPlan plan)
    {
        var entry = Math.Abs(position.EntryValue);
        var armed = position.EntryValue + (plan.Arm * entry);
        var best = TrailingStop.BestValue(position) is { } seen && seen > armed ? seen : armed;
        var isArmed = TrailingStop.BestValue(position) >= armed;
        var firesAt = best - (plan.GiveBack * entry);
        var reading = Reading(
            position, ExitReason.TrailingStop, plan.Enabled, Return(position, position.StopValue),
            position.HasMeaningfulEntry ? position.ReturnAt(firesAt) : plan.Arm - plan.GiveBack,
            firesAt, position.StopValue, TrailingStop.Evaluate(position, plan));
        return isArmed ? reading : reading with { FiresAt = null, Distance = null };
    }

    public static RuleReading Underlying(in PositionSnapshot position, UnderlyingMovePlan plan)
    {
        var decision = UnderlyingMove.Evaluate(position, plan);
        var (entry, price, direction) = (position.Underlying.EntryPrice, position.Underlying.Price, position.Underlying.Direction);
        decimal? gained = entry is > 0 && price is { } now ? UnderlyingMove.Gained(now - entry.Value, direction) / entry : null;
        var threshold = decision.Threshold ?? (plan.Against is { } against ? -against : plan.For);
        var missing = (threshold - gained) * entry;
        return new RuleReading(ExitReason.UnderlyingMove, plan.Enabled, gained, threshold, null, null, decision)
        {
            UnderlyingDistance = decision.Kind == DecisionKind.Close ? 0 : direction == 0 ? Outwards(missing, price - entry) : direction * missing,
        };
    }

    // Where every move is against it, the nearer limit lies further in the direction it went.
    private static decimal? Outwards(decimal? missing, decimal? moved) => moved < 0 ? missing : -missing;

    private static decimal CreditLoss(in PositionSnapshot position, StopLossPlan plan, decimal credit) =>
        position.MaximumLoss is { } maximum
            ? Math.Min(plan.CreditMultiple * credit, plan.MaximumLossShare * maximum)
            : plan.CreditMultiple * credit;

    private static decimal? Return(in PositionSnapshot position, decimal? closing) =>
        closing is { } value && position.HasMeaningfulEntry ? position.ReturnAt(value) : null;

    // No price fires a rule whose percentages mean nothing, or whose target is more than the credit.
    private static RuleReading Reading(
        in PositionSnapshot position, ExitReason rule, bool enabled, decimal? value, decimal threshold, decimal target, decimal? closing, ExitDecision decision)
    {
        var price = position.IsDebit ? target : -target;
        decimal? firesAt = position.HasMeaningfulEntry && price >= 0 ? price : null;
        decimal? distance = closing is { } current && firesAt is not null
            ? decision.Kind == DecisionKind.Close ? 0 : Math.Abs(current - target)
            : null;
        return new RuleReading(rule, enabled, value, threshold, firesAt, distance, decision);
    }
}
