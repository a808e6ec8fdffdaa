using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Tests.Venue;

/// <summary>A market written by hand: three sessions, two underlyings, each quote in force until the next.</summary>
internal sealed class FixedMarket : IMarket
{
    public const string Call100 = "GOOG261218C00100000";
    public const string Call105 = "GOOG261218C00105000";
    public const string Put95 = "GOOG261218P00095000";
    public const string Put90 = "GOOG261218P00090000";
    public const string ExpiringCall = "GOOG261120C00100000";
    public const string ExpiringCall105 = "GOOG261120C00105000";
    public const string ExpiringPut = "GOOG261120P00100000";
    public const string ExpiringSpy = "SPY261120C00500000";
    public const string EarlyCall = "GOOG261127C00100000";
    public const string EarlySpy = "SPY261127C00500000";

    // What splits on Monday the 23rd make of two of them.
    public const string HalvedCall100 = "GOOG261218C00050000";
    public const string OddCall100 = "GOOG1261218C00066670";

    private readonly Dictionary<string, SortedList<DateTimeOffset, MarketQuote>> _quotes = [];

    public FixedMarket()
    {
        Days = [Day(20, 16), Day(23, 16), Day(27, 13)];
        string[] symbols =
            [Call100, Call105, Put95, Put90, ExpiringCall, ExpiringCall105, ExpiringPut, ExpiringSpy, EarlyCall, EarlySpy];
        var split = Days[1].Date;
        Contracts =
        [
            .. symbols.Append(HalvedCall100).Select(Contract).Append(ContractAfterOddSplit(split))
                .Select(contract => contract.Symbol == HalvedCall100 ? contract with { ListedFrom = split } : contract)
                .OrderBy(contract => contract.Symbol, StringComparer.Ordinal),
        ];
        foreach (var symbol in symbols)
        {
            Quote(symbol, Days[0].Open, 1.00m, 1.10m);
        }

        Quote("GOOG", Days[0].Open, 101.90m, 102.10m);
        Quote("SPY", Days[0].Open, 499.90m, 500.10m);
    }

    public IReadOnlyList<TradingDay> Days { get; }

    public IReadOnlyList<ListedContract> Contracts { get; }

    public IReadOnlyList<string> Underlyings { get; } = ["GOOG", "SPY"];

    public List<CorporateAction> Planned { get; } = [];

    public IReadOnlyList<CorporateAction> Actions => Planned;

    public OptionGreeks? GreeksOfAll { get; set; }

    public void Quote(string symbol, DateTimeOffset from, decimal? bid, decimal? ask, int size = 10)
    {
        if (!_quotes.TryGetValue(symbol, out var quotes))
        {
            _quotes[symbol] = quotes = [];
        }

        quotes[from] = new MarketQuote(bid, bid is > 0 ? size : 0, ask, ask is null ? 0 : size, from);
    }

    public MarketQuote? OptionQuote(string symbol, DateTimeOffset at) =>
        Underlyings.Contains(symbol) ? null : InForce(symbol, at);

    public MarketQuote? StockQuote(string symbol, DateTimeOffset at) =>
        Underlyings.Contains(symbol) ? InForce(symbol, at) : null;

    public MarketTrade? LastStockTrade(string symbol, DateTimeOffset at) => StockQuote(symbol, at) is { } quote
        ? new MarketTrade((quote.Bid!.Value + quote.Ask!.Value) / 2, 100, quote.At)
        : null;

    public OptionGreeks? Greeks(string symbol, DateTimeOffset at) => GreeksOfAll;

    private static TradingDay Day(int day, int closeHour)
    {
        var date = new DateOnly(2026, 11, day);
        var (open, close) = (new TimeOnly(9, 30), new TimeOnly(closeHour, 0));
        return new TradingDay(date, NewYork.ToUtc(date, open), NewYork.ToUtc(date, close));
    }

    private static ListedContract Contract(string symbol)
    {
        var tail = symbol[^15..];
        var expiration = DateOnly.ParseExact(tail[..6], "yyMMdd", null);
        return new ListedContract(symbol, symbol[..^15], tail[6] == 'C', int.Parse(tail[7..], null) / 1000m, expiration, 100);
    }

    private static ListedContract ContractAfterOddSplit(DateOnly day) =>
        new(OddCall100, "GOOG", true, 66.67m, new DateOnly(2026, 12, 18), 150, ListedFrom: day);

    private MarketQuote? InForce(string symbol, DateTimeOffset at) => _quotes.TryGetValue(symbol, out var quotes)
        ? quotes.LastOrDefault(quote => quote.Key <= at).Value
        : null;
}
