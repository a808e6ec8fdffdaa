namespace ExitDesk.Domain.Exits;

/// <summary>Target of the profit rule.</summary>
/// <param name="Enabled">False switches the rule off.</param>
/// <param name="Target">Debit: fraction gained on the entry; credit: share of the credit kept. Above 0.</param>
/// <param name="Approval">Whether it acts or asks.</param>
public sealed record TakeProfitPlan(bool Enabled = true, decimal Target = 0.50m, Approval Approval = Approval.Act);
