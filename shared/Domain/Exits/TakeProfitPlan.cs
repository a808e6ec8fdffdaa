namespace ExitDesk.Domain.Exits;

/// <summary>Target of the profit rule.</summary>
public sealed record TakeProfitPlan : RulePlan
{
    /// <summary>Debit: fraction gained on the entry; credit: share of the credit kept. Above 0; for credits below 1.</summary>
    public decimal Target { get; init; } = 0.50m;
}
