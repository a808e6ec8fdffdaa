using ExitDesk.Domain.Account;

namespace ExitDesk.Engine.State;

/// <summary>What the account's rules must remember. Money in USD.</summary>
/// <param name="PeakResult">The highest equity less all deposits plus all withdrawals since the book began.</param>
/// <param name="PeakEquity">Equity when that peak stood.</param>
/// <param name="FlowsInAll">Deposits less withdrawals since the book began.</param>
/// <param name="CountedFlows">Ids of recent transfers that are in it, or were in equity when the book began.</param>
/// <param name="Day">The New York day that the rest is about.</param>
public sealed record AccountBook(decimal PeakResult, decimal PeakEquity, decimal FlowsInAll, IReadOnlyList<string> CountedFlows, DateOnly Day)
{
    /// <summary>What the owner was told or asked that day, as rule and action: each once.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>The open question about mode Emergency; null if there is none.</summary>
    public string? Token { get; init; }

    /// <summary>The rule that asks it; null likewise.</summary>
    public AccountRule? AsksFor { get; init; }
}
