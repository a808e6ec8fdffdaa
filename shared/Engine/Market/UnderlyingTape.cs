using System.Collections.Concurrent;
using ExitDesk.Engine.Ports.Market;

namespace ExitDesk.Engine.Market;

/// <summary>The last minutes of each underlying's price, to tell a quiet quote from a stale one. Kept in this process only.</summary>
public sealed class UnderlyingTape
{
    /// <summary>The widest spread, as a fraction of the mid, at which a stock quote's mid is its price.</summary>
    public const decimal NarrowSpread = 0.002m;

    public static readonly TimeSpan QuoteFreshFor = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan TradeFreshFor = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(20);

    private readonly ConcurrentDictionary<string, List<(DateTimeOffset At, decimal Price)>> _prices = new();

    public void Record(DateTimeOffset at, IReadOnlyDictionary<string, StockPrice> prices)
    {
        foreach (var (symbol, price) in prices)
        {
            if (Value(price, at) is not { } value)
            {
                continue;
            }

            var points = _prices.GetOrAdd(symbol, _ => []);
            lock (points)
            {
                points.RemoveAll(point => at - point.At > Length);
                points.Add((at, value));
            }
        }
    }

    /// <summary>How far the underlying has moved since an instant, as a fraction; null if the tape does not reach back.</summary>
    public decimal? MovedSince(string underlying, DateTimeOffset since)
    {
        if (!_prices.TryGetValue(underlying, out var points))
        {
            return null;
        }

        lock (points)
        {
            var before = points.FindLastIndex(point => point.At <= since);
            return before < 0 || points[before].Price == 0 ? null : points[^1].Price / points[before].Price - 1;
        }
    }

    /// <summary>The newest price; null if none was seen.</summary>
    public decimal? Latest(string underlying)
    {
        if (!_prices.TryGetValue(underlying, out var points))
        {
            return null;
        }

        lock (points)
        {
            return points.Count == 0 ? null : points[^1].Price;
        }
    }

    // A thin feed's mid can be far from any truth: only a fresh, narrow quote counts, else a fresh trade, else nothing.
    private static decimal? Value(StockPrice price, DateTimeOffset at) => price switch
    {
        { Quote: { Mid: { } mid, Spread: >= 0 } quote } when at - quote.At <= QuoteFreshFor && quote.Spread <= NarrowSpread * mid => mid,
        { LastTrade: { } trade, LastTradeAt: { } tradedAt } when at - tradedAt <= TradeFreshFor => trade,
        _ => null,
    };
}
