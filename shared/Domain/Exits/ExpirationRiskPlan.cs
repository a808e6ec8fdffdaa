namespace ExitDesk.Domain.Exits;

/// <summary>Debit structures do not go into their last trading days.</summary>
public sealed record ExpirationRiskPlan : RulePlan
{
    /// <summary>Trading days to expiration at which it fires, 0 or more; 0 is the expiration day itself.</summary>
    public int TradingDays { get; init; } = 1;
}
