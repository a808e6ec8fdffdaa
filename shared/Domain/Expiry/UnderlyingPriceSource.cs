namespace ExitDesk.Domain.Expiry;

/// <summary>What an underlying's price was taken from.</summary>
public enum UnderlyingPriceSource
{
    /// <summary>The middle of a young and narrow quote.</summary>
    Mid,

    /// <summary>The last trade, because no quote served.</summary>
    LastTrade,
}
