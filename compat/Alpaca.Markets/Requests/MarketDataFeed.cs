namespace Alpaca.Markets;

/// <summary>Where stock quotes come from.</summary>
public enum MarketDataFeed
{
    /// <summary>One exchange; free.</summary>
    Iex,

    /// <summary>All exchanges; needs a subscription.</summary>
    Sip,
}
