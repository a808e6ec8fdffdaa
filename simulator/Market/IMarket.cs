namespace ExitDesk.Simulator.Market;

/// <summary>Quotes and trades of simulated or recorded days; a pure function of time.</summary>
/// <remarks>
/// Asking changes nothing: the same question gets the same answer in whatever order questions are asked. Safe for concurrent
/// use. Unknown symbols, and instants outside the days covered, are answered with null. Prices are USD per share.
/// </remarks>
public interface IMarket
{
    /// <summary>Sessions covered, ascending.</summary>
    IReadOnlyList<TradingDay> Days { get; }

    /// <summary>Option contracts with quotes, ordered by symbol.</summary>
    IReadOnlyList<ListedContract> Contracts { get; }

    /// <summary>Ticker symbols of the stocks below the contracts, upper case.</summary>
    IReadOnlyList<string> Underlyings { get; }

    /// <summary>Dividends and splits on the days covered; the quotes follow them.</summary>
    IReadOnlyList<CorporateAction> Actions => [];

    /// <summary>The option quote in force at an instant.</summary>
    /// <param name="symbol">OCC symbol without padding, for instance <c>GOOG151224C00750000</c>.</param>
    /// <param name="at">The asking instant.</param>
    /// <returns>Null: never quoted so far that New York day.</returns>
    MarketQuote? OptionQuote(string symbol, DateTimeOffset at);

    /// <summary>The stock quote in force at an instant.</summary>
    /// <returns>Null: never quoted so far that New York day, or the day has no stock quotes at all.</returns>
    MarketQuote? StockQuote(string symbol, DateTimeOffset at);

    /// <summary>The last stock trade at or before an instant.</summary>
    /// <returns>Null: not traded so far that New York day.</returns>
    MarketTrade? LastStockTrade(string symbol, DateTimeOffset at);

    /// <summary>Greeks and implied volatility of an option at an instant.</summary>
    /// <returns>Null when absent, as on recorded days.</returns>
    OptionGreeks? Greeks(string symbol, DateTimeOffset at);
}
