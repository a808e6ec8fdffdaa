namespace ExitDesk.Simulator.Market;

/// <summary>Another market in which some stocks are halted for a while; as pure a function of time as that one.</summary>
/// <remarks>During a halt neither the stock nor its options are quoted, there are no greeks, and the last trade is the one before.</remarks>
/// <param name="inner">The market that goes on.</param>
/// <param name="halts">Of one stock they do not overlap.</param>
public sealed class HaltedMarket(IMarket inner, IReadOnlyList<TradingHalt> halts) : IMarket
{
    private readonly Dictionary<string, string> _underlyings = inner.Contracts
        .ToDictionary(contract => contract.Symbol, contract => contract.Underlying, StringComparer.Ordinal);

    public IReadOnlyList<TradingDay> Days => inner.Days;

    public IReadOnlyList<ListedContract> Contracts => inner.Contracts;

    public IReadOnlyList<string> Underlyings => inner.Underlyings;

    public IReadOnlyList<CorporateAction> Actions => inner.Actions;

    public MarketQuote? OptionQuote(string symbol, DateTimeOffset at) => HaltOf(symbol, at) is null ? inner.OptionQuote(symbol, at) : null;

    public MarketQuote? StockQuote(string symbol, DateTimeOffset at) => HaltOf(symbol, at) is null ? inner.StockQuote(symbol, at) : null;

    public MarketTrade? LastStockTrade(string symbol, DateTimeOffset at) =>
        inner.LastStockTrade(symbol, HaltOf(symbol, at) is { } halt ? halt.From.AddTicks(-1) : at);

    public OptionGreeks? Greeks(string symbol, DateTimeOffset at) => HaltOf(symbol, at) is null ? inner.Greeks(symbol, at) : null;

    private TradingHalt? HaltOf(string symbol, DateTimeOffset at)
    {
        var underlying = _underlyings.GetValueOrDefault(symbol, symbol);
        return halts.FirstOrDefault(halt => halt.Underlying == underlying && halt.From <= at && at < halt.To);
    }
}
