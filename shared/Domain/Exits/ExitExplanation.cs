using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Exits;

/// <summary>Each rule's reading in order: the answer to "why has it not exited?".</summary>
public static class ExitExplanation
{
    /// <summary>Reads all eleven rules, by number.</summary>
    /// <param name="position">As last seen.</param>
    /// <param name="plan">Its rules.</param>
    /// <param name="context">Mode, and what is silenced.</param>
    /// <param name="upcoming">Sessions from today's on, oldest first; when time rules fire is known as far as they reach.</param>
    public static IReadOnlyList<RuleReading> Read(
        in PositionSnapshot position, ExitPlan plan, in DecisionContext context = default, IReadOnlyList<Session>? upcoming = null)
    {
        var sessions = upcoming ?? [];
        return
        [
            Finished(new RuleReading(ExitReason.Emergency, true, null, null, null, null, Emergency.Evaluate(context.IsEmergency)), position, plan, context),
            Finished(Ladder(position, plan.ExerciseRisk), position, plan, context),
            Finished(PriceReadings.Stop(position, plan.StopLoss), position, plan, context),
            Finished(PriceReadings.Profit(position, plan.TakeProfit), position, plan, context),
            Finished(PriceReadings.Trailing(position, plan.TrailingStop), position, plan, context),
            Finished(PriceReadings.Underlying(position, plan.UnderlyingMove), position, plan, context),
            Finished(TimeReadings.DayTrade(position, plan.DayTradeClose), position, plan, context),
            Finished(TimeReadings.Expiration(position, plan.ExpirationRisk, sessions), position, plan, context),
            Finished(TimeReadings.Days(position, plan.DaysToExpiration, sessions), position, plan, context),
            Finished(Assignment(position, plan.AssignmentRisk), position, plan, context),
            Finished(TimeReadings.Held(position, plan.MaxHold, sessions), position, plan, context),
        ];
    }

    private static RuleReading Ladder(in PositionSnapshot position, ExerciseRiskPlan plan) => new(
        ExitReason.ExerciseRisk, plan.Enabled, position.Ladder.Moneyness,
        position.Ladder.Urgency is null && !position.Ladder.IsUndecided ? null : position.Ladder.Threshold,
        null, null, ExerciseRisk.Evaluate(position, plan));

    private static RuleReading Assignment(in PositionSnapshot position, AssignmentRiskPlan plan)
    {
        var decision = AssignmentRisk.Evaluate(position, plan);
        return new RuleReading(
            ExitReason.AssignmentRisk, plan.Enabled, decision.Value ?? position.Assignment.Extrinsic, decision.Threshold ?? plan.Extrinsic, null, null, decision);
    }

    private static RuleReading Finished(RuleReading reading, in PositionSnapshot position, ExitPlan plan, in DecisionContext context) => reading with
    {
        IsSilenced = context.Silenced.Contains(reading.Rule) && reading.Rule != ExitReason.Emergency,
        Approval = plan.ApprovalOf(reading.Rule),
        UnderlyingDistance = reading.UnderlyingDistance ?? ByDelta(reading, position),
        TimeLeft = reading.FiresAtTime - position.Timing.Now is { } left ? left < TimeSpan.Zero ? TimeSpan.Zero : left : null,
    };

    // The price at which it fires is without sign; a credit's closing value is negative.
    private static decimal? ByDelta(RuleReading reading, in PositionSnapshot position)
    {
        if (reading is not { FiresAt: { } firesAt, Distance: { } distance } || position.NetDelta is not { } delta || delta == 0)
        {
            return null;
        }

        var target = position.IsDebit ? firesAt : -firesAt;
        var current = reading.Rule == ExitReason.TakeProfit ? position.ProfitValue : position.StopValue;
        return distance == 0 ? 0 : (target - current) / delta;
    }
}
