namespace ExitDesk.Domain.Pricing;

/// <summary>Why a leg could not be repriced.</summary>
public enum RepricingGap
{
    /// <summary>The underlying's present price is unknown.</summary>
    NoUnderlying,

    /// <summary>The move would leave the underlying below zero.</summary>
    ImpossibleMove,

    /// <summary>Adjusted: what the contract delivers is not one share of its underlying.</summary>
    Adjusted,

    /// <summary>The leg has no quote with both sides, so there is no spread to keep.</summary>
    NoQuote,

    /// <summary>No volatility explains the leg's mid, and the feed names none.</summary>
    NoVolatility,
}
