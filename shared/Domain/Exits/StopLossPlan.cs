namespace ExitDesk.Domain.Exits;

/// <summary>Thresholds of the stop.</summary>
public sealed record StopLossPlan : RulePlan
{
    public StopLossPlan() => Urgency = Urgency.Immediate;

    /// <summary>Fraction of the entry, above 0, at most 1.</summary>
    public decimal DebitLoss { get; init; } = 0.25m;

    /// <summary>Multiple of the credit, above 0.</summary>
    public decimal CreditMultiple { get; init; } = 2.0m;

    /// <summary>Share of the maximum loss, above 0, at most 1; where a maximum exists.</summary>
    public decimal MaximumLossShare { get; init; } = 0.75m;
}
