namespace ExitDesk.Domain.Exits;

/// <summary>The rules that guard one position, with every threshold filled in.</summary>
/// <remarks>
/// What it guards by default depends on the structure (its kind); files and overrides change single values
/// of it. The record is whole: nothing in it falls back to anything else at the time of a decision.
/// </remarks>
public sealed record ExitPlan
{
    /// <summary>What holds for a long option where nothing else is said.</summary>
    public static ExitPlan Default { get; } = new()
    {
        DaysToExpiration = new DaysToExpirationPlan { Enabled = false },
        AssignmentRisk = new AssignmentRiskPlan { Enabled = false },
    };

    /// <summary>A plan with every rule off, as stock has it. Mode Emergency still closes.</summary>
    public static ExitPlan Off { get; } = new()
    {
        ExerciseRisk = new ExerciseRiskPlan { Enabled = false },
        StopLoss = new StopLossPlan { Enabled = false },
        TakeProfit = new TakeProfitPlan { Enabled = false },
        ExpirationRisk = new ExpirationRiskPlan { Enabled = false },
        DaysToExpiration = new DaysToExpirationPlan { Enabled = false },
        AssignmentRisk = new AssignmentRiskPlan { Enabled = false },
    };

    public ExerciseRiskPlan ExerciseRisk { get; init; } = new();

    public StopLossPlan StopLoss { get; init; } = new();

    public TakeProfitPlan TakeProfit { get; init; } = new();

    public TrailingStopPlan TrailingStop { get; init; } = new();

    public UnderlyingMovePlan UnderlyingMove { get; init; } = new();

    public DayTradeClosePlan DayTradeClose { get; init; } = new();

    public ExpirationRiskPlan ExpirationRisk { get; init; } = new();

    public DaysToExpirationPlan DaysToExpiration { get; init; } = new();

    public AssignmentRiskPlan AssignmentRisk { get; init; } = new();

    public MaxHoldPlan MaxHold { get; init; } = new();

    /// <summary>Whether a reason's rule acts by itself. The owner's own close, and mode Emergency, always do.</summary>
    public Approval ApprovalOf(ExitReason reason) => PlanOf(reason)?.Approval ?? Approval.Act;

    /// <summary>The plan of a rule; null for what no plan governs: mode Emergency and the owner's own request.</summary>
    public RulePlan? PlanOf(ExitReason reason) => reason switch
    {
        ExitReason.Emergency or ExitReason.OwnerRequest => null,
        ExitReason.ExerciseRisk => ExerciseRisk,
        ExitReason.StopLoss => StopLoss,
        ExitReason.TakeProfit => TakeProfit,
        ExitReason.TrailingStop => TrailingStop,
        ExitReason.UnderlyingMove => UnderlyingMove,
        ExitReason.DayTradeClose => DayTradeClose,
        ExitReason.ExpirationRisk => ExpirationRisk,
        ExitReason.DaysToExpiration => DaysToExpiration,
        ExitReason.AssignmentRisk => AssignmentRisk,
        ExitReason.MaxHold => MaxHold,
    };
}
