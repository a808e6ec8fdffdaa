namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>A made-up market: a pure function of its specification and the asking instant.</summary>
/// <remarks>
/// Stocks are quoted each second of the session, options every 1 to 60 seconds. After the close the last quote stays until the
/// New York day ends. Formulas and limits: docs/market-model.md. Safe for concurrent use.
/// </remarks>
public sealed class SeededMarket : IMarket
{
    private readonly SeededSessions _sessions;
    private readonly Dictionary<string, SeededStock> _stocks;
    private readonly Dictionary<string, SeededOption> _options;

    /// <summary>Makes a market; prices are made when first asked for.</summary>
    /// <exception cref="ArgumentException">The specification is invalid; the message names every problem.</exception>
    public SeededMarket(SeededMarketSpec spec)
    {
        if (spec.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(spec));
        }

        _sessions = new SeededSessions(spec.Date, spec.Sessions);
        Actions = spec.Actions ?? [];
        _stocks = spec.Underlyings.ToDictionary(
            terms => terms.Symbol, terms => new SeededStock(terms, _sessions, spec.Seed, ActionsOf(terms)), StringComparer.Ordinal);
        _options = _stocks.Values
            .SelectMany(stock => ContractChain.Of(stock.Terms, ActionsOf(stock.Terms)).Select(contract => new SeededOption(contract, stock, _sessions, spec)))
            .ToDictionary(option => option.Contract.Symbol, StringComparer.Ordinal);
        Contracts =
        [
            .. _options.Values.Select(option => option.Contract).OrderBy(contract => contract.Symbol, StringComparer.Ordinal),
        ];
        Underlyings = [.. spec.Underlyings.Select(terms => terms.Symbol)];
    }

    public IReadOnlyList<TradingDay> Days => _sessions.Days;

    public IReadOnlyList<ListedContract> Contracts { get; }

    public IReadOnlyList<string> Underlyings { get; }

    public IReadOnlyList<CorporateAction> Actions { get; }

    public MarketQuote? OptionQuote(string symbol, DateTimeOffset at) =>
        _options.TryGetValue(symbol, out var option) && _sessions.Locate(at) is var (session, second)
            ? option.QuoteAt(session, second)
            : null;

    public MarketQuote? StockQuote(string symbol, DateTimeOffset at) =>
        _stocks.TryGetValue(symbol, out var stock) && _sessions.Locate(at) is var (session, second)
            ? stock.QuoteAt(session, second)
            : null;

    public MarketTrade? LastStockTrade(string symbol, DateTimeOffset at) =>
        _stocks.TryGetValue(symbol, out var stock) && _sessions.Locate(at) is var (session, second)
            ? stock.TradeAt(session, second)
            : null;

    public OptionGreeks? Greeks(string symbol, DateTimeOffset at) =>
        _options.TryGetValue(symbol, out var option) && _sessions.Locate(at) is var (session, second)
            ? option.GreeksAt(session, second)
            : null;

    private List<CorporateAction> ActionsOf(SeededUnderlying terms) =>
        [.. Actions.Where(action => action.Underlying == terms.Symbol).OrderBy(action => action.ExDate)];
}
