using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Quotes;

namespace ExitDesk.Engine.Ports.Market;

/// <summary>What a stock stands at: its latest quote and its last trade, either of which may be missing.</summary>
/// <param name="Quote">Null if none.</param>
/// <param name="LastTrade">USD per share; null if none.</param>
/// <param name="LastTradeAt">UTC; null if none.</param>
public sealed record StockPrice(Quote? Quote, decimal? LastTrade, DateTimeOffset? LastTradeAt)
{
    /// <summary>Of the present day and the one before, as far as the feed tells; trades outside the session are not in them.</summary>
    public IReadOnlyList<DayClose> Closes { get; init; } = [];
}
