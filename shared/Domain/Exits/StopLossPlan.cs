namespace ExitDesk.Domain.Exits;

/// <summary>Thresholds of the stop.</summary>
/// <param name="Enabled">False switches the rule off.</param>
/// <param name="DebitLoss">Fraction of the entry, above 0, at most 1.</param>
/// <param name="CreditMultiple">Multiple of the credit, above 0.</param>
/// <param name="MaximumLossShare">Share of the maximum loss, above 0, at most 1; where a maximum exists.</param>
/// <param name="Approval">Whether it acts or asks.</param>
public sealed record StopLossPlan(
    bool Enabled = true,
    decimal DebitLoss = 0.25m,
    decimal CreditMultiple = 2.0m,
    decimal MaximumLossShare = 0.75m,
    Approval Approval = Approval.Act);
