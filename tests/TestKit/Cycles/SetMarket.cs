using System.Collections.Concurrent;
using ExitDesk.Simulator.Market;

namespace ExitDesk.TestKit.Cycles;

/// <summary>A market that stands still until a test moves it: calls on ten stocks, each quoted 2.00 to 2.02 USD at first.</summary>
public sealed class SetMarket : IMarket
{
    private const int Stocks = 10;

    private static readonly DateOnly Expiration = new(2026, 12, 18);

    private readonly ConcurrentDictionary<string, (decimal Bid, DateTimeOffset At)> _bids;

    /// <param name="contracts">How many contracts are listed.</param>
    /// <param name="at">When their quotes were made.</param>
    public SetMarket(int contracts, DateTimeOffset at)
    {
        Contracts = [.. Enumerable.Range(0, contracts).Select(Listed).OrderBy(contract => contract.Symbol, StringComparer.Ordinal)];
        Underlyings = [.. Contracts.Select(contract => contract.Underlying).Distinct()];
        _bids = new(Contracts.ToDictionary(contract => contract.Symbol, _ => (2.00m, at)));
    }

    /// <summary>An ordinary Wednesday.</summary>
    public static TradingDay Day { get; } = TradingCalendar.DayOf(new DateOnly(2026, 11, 18))!;

    public IReadOnlyList<TradingDay> Days => [Day];

    public IReadOnlyList<ListedContract> Contracts { get; }

    public IReadOnlyList<string> Underlyings { get; }

    /// <summary>True: as some feeds do, unchanged prices are stamped anew all the time; false: a quote keeps its time.</summary>
    public bool StampsAnew { get; set; }

    /// <summary>From bid to ask, USD per share.</summary>
    public decimal Spread { get; init; } = 0.02m;

    /// <summary>Moves the first contracts of the list to a bid, USD per share; the ask follows.</summary>
    public void MoveFirst(int contracts, decimal bid, DateTimeOffset at)
    {
        foreach (var contract in Contracts.Take(contracts))
        {
            _bids[contract.Symbol] = (bid, at);
        }
    }

    public MarketQuote? OptionQuote(string symbol, DateTimeOffset at) =>
        _bids.TryGetValue(symbol, out var quote)
            ? new MarketQuote(quote.Bid, 10, quote.Bid + Spread, 10, StampsAnew ? at : quote.At)
            : null;

    public MarketQuote? StockQuote(string symbol, DateTimeOffset at) =>
        Underlyings.Contains(symbol) ? new MarketQuote(99.99m, 100, 100.01m, 100, at) : null;

    public MarketTrade? LastStockTrade(string symbol, DateTimeOffset at) => null;

    public OptionGreeks? Greeks(string symbol, DateTimeOffset at) => null;

    private static ListedContract Listed(int number)
    {
        var underlying = $"ST{(char)('A' + (number % Stocks))}";
        var strike = 50 + (number / Stocks);
        return new ListedContract($"{underlying}{Expiration:yyMMdd}C{strike * 1000:D8}", underlying, IsCall: true, strike, Expiration, 100);
    }
}
