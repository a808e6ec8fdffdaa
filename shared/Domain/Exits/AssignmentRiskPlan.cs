namespace ExitDesk.Domain.Exits;

/// <summary>Short legs that are likely to be assigned early.</summary>
public sealed record AssignmentRiskPlan : RulePlan
{
    public AssignmentRiskPlan() => Approval = Approval.AskThenAct;

    /// <summary>USD per share of extrinsic value at or below which a short leg in the money is at risk; 0 or more.</summary>
    public decimal Extrinsic { get; init; } = 0.05m;
}
