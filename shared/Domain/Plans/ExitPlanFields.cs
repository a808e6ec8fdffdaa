using System.Collections.Frozen;
using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Plans;

/// <summary>Every value of a position's plan that a file or the owner may change. What is not here cannot be changed.</summary>
public static class ExitPlanFields
{
    /// <summary>The target of the profit rule, the one value whose meaning depends on debit or credit.</summary>
    public const string Target = "takeProfit.target";

    /// <summary>The return from which the trailing stop follows.</summary>
    public const string Arm = "trailingStop.arm";

    /// <summary>In the order of the rules.</summary>
    public static IReadOnlyList<PlanField<ExitPlan>> All { get; } =
        [.. ExerciseRisk(), .. StopLoss(), .. TakeProfit(), .. TrailingStop(), .. UnderlyingMove(), .. DayTradeClose(), .. ExpirationRisk(), .. DaysToExpiration(), .. AssignmentRisk(), .. MaxHold()];

    public static FrozenDictionary<string, PlanField<ExitPlan>> ByPath { get; } = All.ToFrozenDictionary(static field => field.Path);

    /// <summary>The rules' names in JSON, in their order.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. All.Select(static field => field.Group).Distinct()];

    // Its urgency is given by the rung that fires.
    private static PlanField<ExitPlan>[] ExerciseRisk()
    {
        var rule = new RuleFields<ExerciseRiskPlan>("exerciseRisk", plan => plan.ExerciseRisk, (plan, value) => plan with { ExerciseRisk = value });
        return [rule.Enabled, rule.Approval, rule.Patience];
    }

    private static PlanField<ExitPlan>[] StopLoss()
    {
        var rule = new RuleFields<StopLossPlan>("stopLoss", plan => plan.StopLoss, (plan, value) => plan with { StopLoss = value });
        return
        [
            rule.Enabled,
            rule.Fraction("debitLoss", 1, "Debit structures: loss as a fraction of the entry.", plan => plan.DebitLoss, (plan, value) => plan with { DebitLoss = value }),
            rule.Of("creditMultiple", new NumberShape(0, 100) { IsAboveMinimum = true }, "Credit structures: loss as a multiple of the credit.", plan => plan.CreditMultiple, (plan, value) => plan with { CreditMultiple = value }),
            rule.Fraction("maximumLossShare", 1, "Credit structures: loss as a share of the maximum loss, where there is one; the nearer limit counts.", plan => plan.MaximumLossShare, (plan, value) => plan with { MaximumLossShare = value }),
            rule.Urgency, rule.Approval, rule.Patience,
        ];
    }

    private static PlanField<ExitPlan>[] TakeProfit()
    {
        var rule = new RuleFields<TakeProfitPlan>("takeProfit", plan => plan.TakeProfit, (plan, value) => plan with { TakeProfit = value });
        return
        [
            rule.Enabled,
            rule.Fraction("target", 100, "Debit structures: fraction gained on the entry. Credit structures: share of the credit kept, below 1; a target of 1 or more speaks of debit structures alone.", plan => plan.Target, (plan, value) => plan with { Target = value }),
            rule.Urgency, rule.Approval, rule.Patience,
        ];
    }

    private static PlanField<ExitPlan>[] TrailingStop()
    {
        var rule = new RuleFields<TrailingStopPlan>("trailingStop", plan => plan.TrailingStop, (plan, value) => plan with { TrailingStop = value });
        return
        [
            rule.Enabled,
            rule.Fraction("arm", 100, "The best return (debit) or share of the credit kept (credit) from which it follows.", plan => plan.Arm, (plan, value) => plan with { Arm = value }),
            rule.Fraction("giveBack", 100, "How much of the best may be given back before it fires, in the unit of arm and at most arm.", plan => plan.GiveBack, (plan, value) => plan with { GiveBack = value }),
            rule.Urgency, rule.Approval, rule.Patience,
        ];
    }

    private static PlanField<ExitPlan>[] UnderlyingMove()
    {
        var rule = new RuleFields<UnderlyingMovePlan>("underlyingMove", plan => plan.UnderlyingMove, (plan, value) => plan with { UnderlyingMove = value });
        var move = new NumberShape(0, 10) { IsAboveMinimum = true, IsFraction = true, IsOptional = true };
        return
        [
            rule.Enabled,
            rule.Of("against", move, "Fraction of the underlying's price at entry that it may move against the position; null for no limit on that side.", plan => plan.Against, (plan, value) => plan with { Against = value }),
            rule.Of("for", move, "Fraction of the underlying's price at entry that it may move for the position; null for no limit on that side.", plan => plan.For, (plan, value) => plan with { For = value }),
            rule.Urgency, rule.Approval, rule.Patience,
        ];
    }

    private static PlanField<ExitPlan>[] DayTradeClose()
    {
        var rule = new RuleFields<DayTradeClosePlan>("dayTradeClose", plan => plan.DayTradeClose, (plan, value) => plan with { DayTradeClose = value });
        return
        [
            rule.Enabled,
            rule.Of("latest", new TimeShape(new TimeOnly(9, 31), new TimeOnly(15, 59)), "New York time from which it fires, whatever the close.", plan => plan.Latest, (plan, value) => plan with { Latest = value }),
            rule.Of("before", new DurationShape(TimeSpan.FromSeconds(1), TimeSpan.FromHours(6)), "How long before the session's close, and before the contract's deadline, it fires.", plan => plan.Before, (plan, value) => plan with { Before = value }),
            rule.Urgency, rule.Approval, rule.Patience,
        ];
    }

    private static PlanField<ExitPlan>[] ExpirationRisk()
    {
        var rule = new RuleFields<ExpirationRiskPlan>("expirationRisk", plan => plan.ExpirationRisk, (plan, value) => plan with { ExpirationRisk = value });
        return
        [
            rule.Enabled,
            rule.Of("tradingDays", new CountShape(0, 252), "Trading days to expiration at which it fires; 0 is the expiration day itself.", plan => plan.TradingDays, (plan, value) => plan with { TradingDays = value }),
            rule.Of("offersWorthless", new FlagShape(), "True offers a long option that nobody bids for at one tick, whichever rule closes it; false leaves it to expire.", plan => plan.OffersWorthless, (plan, value) => plan with { OffersWorthless = value }),
            rule.Urgency, rule.Approval, rule.Patience,
        ];
    }

    private static PlanField<ExitPlan>[] DaysToExpiration()
    {
        var rule = new RuleFields<DaysToExpirationPlan>("daysToExpiration", plan => plan.DaysToExpiration, (plan, value) => plan with { DaysToExpiration = value });
        return
        [
            rule.Enabled,
            rule.Of("days", new CountShape(0, 3650), "New York calendar days to expiration at which it fires.", plan => plan.Days, (plan, value) => plan with { Days = value }),
            rule.Urgency, rule.Approval, rule.Patience,
        ];
    }

    private static PlanField<ExitPlan>[] AssignmentRisk()
    {
        var rule = new RuleFields<AssignmentRiskPlan>("assignmentRisk", plan => plan.AssignmentRisk, (plan, value) => plan with { AssignmentRisk = value });
        return
        [
            rule.Enabled,
            rule.Of("extrinsic", new NumberShape(0, 100), "USD per share of extrinsic value at or below which a short leg in the money is at risk.", plan => plan.Extrinsic, (plan, value) => plan with { Extrinsic = value }),
            rule.Urgency, rule.Approval, rule.Patience,
        ];
    }

    private static PlanField<ExitPlan>[] MaxHold()
    {
        var rule = new RuleFields<MaxHoldPlan>("maxHold", plan => plan.MaxHold, (plan, value) => plan with { MaxHold = value });
        return
        [
            rule.Enabled,
            rule.Of("limit", new CountShape(1, 100_000), "How long it may be held: trading minutes or calendar days, as inTradingMinutes says.", plan => plan.Limit, (plan, value) => plan with { Limit = value }),
            rule.Of("inTradingMinutes", new FlagShape(), "True if limit counts minutes of open market; false if it counts New York calendar days.", plan => plan.InTradingMinutes, (plan, value) => plan with { InTradingMinutes = value }),
            rule.Urgency, rule.Approval, rule.Patience,
        ];
    }
}
