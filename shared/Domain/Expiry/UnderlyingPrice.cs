using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Expiry;

/// <summary>The price of a stock that moneyness is measured with.</summary>
/// <param name="Price">USD per share, above 0.</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Source">What it was taken from.</param>
public readonly record struct UnderlyingPrice(decimal Price, DateTimeOffset At, UnderlyingPriceSource Source)
{
    /// <summary>A quote older than this does not serve.</summary>
    public static readonly TimeSpan QuoteFreshFor = TimeSpan.FromSeconds(10);

    /// <summary>A trade older than this does not serve.</summary>
    public static readonly TimeSpan TradeFreshFor = TimeSpan.FromSeconds(60);

    /// <summary>A quote with a spread above this fraction of its mid does not serve.</summary>
    public const decimal WidestSpread = 0.002m;

    /// <summary>The mid of a young and narrow quote, else a young last trade, else null: unknown, never zero.</summary>
    /// <param name="quote">The stock's; null if there is none.</param>
    /// <param name="trade">The stock's; null if there is none.</param>
    /// <param name="now">The broker's clock; a quote that is a little ahead of it counts as new.</param>
    public static UnderlyingPrice? Choose(Quote? quote, LastTrade? trade, DateTimeOffset now)
    {
        if (quote is { Bid: > 0, Mid: { } mid, Spread: >= 0 and { } spread }
            && now - quote.At <= QuoteFreshFor && spread <= WidestSpread * mid)
        {
            return new(mid, quote.At, UnderlyingPriceSource.Mid);
        }

        return trade is { Price: > 0 } last && now - last.At <= TradeFreshFor
            ? new(last.Price, last.At, UnderlyingPriceSource.LastTrade)
            : null;
    }
}
