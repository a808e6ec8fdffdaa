namespace ExitDesk.Domain.Entries;

/// <summary>What an entry would send now, and what it would put at stake.</summary>
/// <param name="LimitPrice">USD per share, on its tick grid; of a vertical the signed net: debit positive, credit negative.</param>
/// <param name="Multiplier">Shares that one contract's price counts for, by the broker's contract; 1 for stock.</param>
/// <param name="Risk">USD that it can lose at most; null if that has no bound.</param>
/// <param name="Collateral">USD of buying power that it takes, 0 or more; null if only the broker knows.</param>
public sealed record EntryOffer(decimal LimitPrice, int Multiplier, decimal? Risk, decimal? Collateral)
{
    /// <summary>The market's mid when it was priced, USD per share, signed as the limit; null if there was none.</summary>
    public decimal? Mid { get; init; }
}
