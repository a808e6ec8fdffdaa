using System.Collections.Concurrent;
using ExitDesk.Engine.Ports.Market;

namespace ExitDesk.Engine.Market;

/// <summary>The last minutes of each underlying's price, to tell a quiet quote from a stale one. Kept in this process only.</summary>
public sealed class UnderlyingTape
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(20);

    private readonly ConcurrentDictionary<string, List<(DateTimeOffset At, decimal Price)>> _prices = new();

    public void Record(DateTimeOffset at, IReadOnlyDictionary<string, StockPrice> prices)
    {
        foreach (var (symbol, price) in prices)
        {
            if (Value(price) is not { } value)
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

    private static decimal? Value(StockPrice price) => price.Quote?.Mid ?? price.LastTrade;
}
