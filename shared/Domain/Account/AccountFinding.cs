namespace ExitDesk.Domain.Account;

/// <summary>What one account rule says now.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Value">USD or a fraction, as the rule's limit; null if it cannot be known.</param>
/// <param name="Limit">USD or a fraction.</param>
/// <param name="Action">What the plan says follows.</param>
/// <param name="Demand">What follows now; null if it does not fire. An Emergency that is not confirmed yet demands no entries.</param>
/// <param name="InARow">Evaluations in a row, this one included, that fired and count toward an Emergency; 0 if none.</param>
public sealed record AccountFinding(AccountRule Rule, decimal? Value, decimal Limit, AccountAction Action, AccountAction? Demand, int InARow)
{
    /// <summary>True if the rule is on and its value cannot be known.</summary>
    public bool IsUndecided => Value is null;
}
