namespace ExitDesk.Simulator.Market;

/// <summary>Another market in which a split long ago has adjusted one contract: the same quotes under a root that ends in a digit.</summary>
/// <param name="inner">The market in which it is not adjusted.</param>
/// <param name="unadjusted">The contract there.</param>
public sealed class AdjustedMarket(IMarket inner, string unadjusted) : IMarket
{
    /// <summary>The contract's symbol here.</summary>
    public string Adjusted { get; } = SymbolOf(unadjusted);

    public IReadOnlyList<TradingDay> Days => inner.Days;

    public IReadOnlyList<ListedContract> Contracts { get; } =
    [
        .. inner.Contracts
            .Select(contract => contract.Symbol == unadjusted ? contract with { Symbol = SymbolOf(unadjusted) } : contract)
            .OrderBy(contract => contract.Symbol, StringComparer.Ordinal),
    ];

    public IReadOnlyList<string> Underlyings => inner.Underlyings;

    public IReadOnlyList<CorporateAction> Actions => inner.Actions;

    public MarketQuote? OptionQuote(string symbol, DateTimeOffset at) => Inner(symbol) is { } known ? inner.OptionQuote(known, at) : null;

    public MarketQuote? StockQuote(string symbol, DateTimeOffset at) => inner.StockQuote(symbol, at);

    public MarketTrade? LastStockTrade(string symbol, DateTimeOffset at) => inner.LastStockTrade(symbol, at);

    public OptionGreeks? Greeks(string symbol, DateTimeOffset at) => Inner(symbol) is { } known ? inner.Greeks(known, at) : null;

    private static string SymbolOf(string symbol) => symbol[..^15] + "1" + symbol[^15..];

    // The unadjusted contract is not listed any more.
    private string? Inner(string symbol) => symbol == Adjusted ? unadjusted : symbol == unadjusted ? null : symbol;
}
