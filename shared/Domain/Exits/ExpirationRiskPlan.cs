namespace ExitDesk.Domain.Exits;

/// <summary>Debit structures do not go into their last trading days.</summary>
public sealed record ExpirationRiskPlan : RulePlan
{
    /// <summary>Trading days to expiration at which it fires, 0 or more; 0 is the expiration day itself.</summary>
    public int TradingDays { get; init; } = 1;

    /// <summary>What a walk of a long option does that nobody bids for, whichever rule began it: true offers it at one tick, false leaves
    /// it to expire.</summary>
    public bool OffersWorthless { get; init; }
}
