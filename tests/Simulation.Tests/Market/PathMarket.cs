using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulation.Tests.Market;

/// <summary>Quotes that follow from stock paths by a formula simple enough to be asked a million times; a pure function of time.</summary>
/// <remarks>An option is worth what exercise brings and a time value that fades with distance and towards expiration.</remarks>
internal sealed class PathMarket(
    IReadOnlyList<TradingDay> days, IReadOnlyList<ListedContract> contracts, IReadOnlyList<StockPath> stocks, IReadOnlyList<QuoteSpoil> spoils) : IMarket
{
    private const double Volatility = 0.35;
    private const int Size = 20;

    private readonly Dictionary<string, ListedContract> _contracts = contracts.ToDictionary(contract => contract.Symbol, StringComparer.Ordinal);
    private readonly Dictionary<string, StockPath> _stocks = stocks.ToDictionary(stock => stock.Symbol, StringComparer.Ordinal);

    public IReadOnlyList<TradingDay> Days { get; } = days;

    public IReadOnlyList<ListedContract> Contracts { get; } = contracts;

    public IReadOnlyList<string> Underlyings { get; } = [.. stocks.Select(stock => stock.Symbol)];

    public MarketQuote? OptionQuote(string symbol, DateTimeOffset at)
    {
        if (!_contracts.TryGetValue(symbol, out var contract) || DayOf(at) is not { } day || contract.Expiration < day.Date)
        {
            return null;
        }

        var mid = ValueOf(contract, at);
        var spoil = SpoilOf(symbol, contract.Underlying, at)?.Kind;
        mid *= spoil == DayFault.WildPrint ? 3 : 1;
        var half = spoil == DayFault.WideQuote ? Math.Max(0.3, mid * 0.5) : Math.Max(0.02, mid * 0.012);
        var tick = _stocks[contract.Underlying].IsFine ? 0.01m : 0.05m;
        var bid = Math.Max(0, Math.Floor((decimal)(mid - half) / tick) * tick);
        var ask = Math.Max(tick, Math.Ceiling((decimal)(mid + half) / tick) * tick);
        ask = ask <= bid ? bid + tick : ask;
        return spoil switch
        {
            DayFault.HaltedSymbol => null,
            DayFault.ZeroBid => Quote(0, ask, at, day),
            DayFault.CrossedQuote => Quote(ask + tick, ask, at, day),
            _ => Quote(bid, ask, at, day),
        };
    }

    public MarketQuote? StockQuote(string symbol, DateTimeOffset at)
    {
        if (!_stocks.TryGetValue(symbol, out var stock) || DayOf(at) is not { } day || SpoilOf(symbol, symbol, at)?.Kind == DayFault.HaltedSymbol)
        {
            return null;
        }

        var price = Cents(stock.PriceAt(at));
        return Quote(price - 0.02m, price + 0.02m, at, day);
    }

    public MarketTrade? LastStockTrade(string symbol, DateTimeOffset at) => _stocks.TryGetValue(symbol, out var stock) && DayOf(at) is { } day
        ? new MarketTrade(Cents(stock.PriceAt(at)), 100, InSession(at, day))
        : null;

    public OptionGreeks? Greeks(string symbol, DateTimeOffset at) => _contracts.TryGetValue(symbol, out var contract) && DayOf(at) is not null
        ? new OptionGreeks(contract.IsCall ? 0.5 : -0.5, 0.02, -0.05, 0.1, 0.01, Volatility)
        : null;

    /// <summary>What an option is worth, USD per share: the middle of its market.</summary>
    public double ValueOf(string symbol, DateTimeOffset at) => ValueOf(_contracts[symbol], at);

    /// <summary>What spoils the quotes of a symbol now; null if nothing does.</summary>
    public QuoteSpoil? SpoilOf(string symbol, DateTimeOffset at) =>
        SpoilOf(symbol, _contracts.TryGetValue(symbol, out var contract) ? contract.Underlying : symbol, at);

    private double ValueOf(ListedContract contract, DateTimeOffset at)
    {
        var stock = _stocks[contract.Underlying].PriceAt(at);
        var strike = (double)contract.Strike;
        var intrinsic = Math.Max(0, contract.IsCall ? stock - strike : strike - stock);
        var close = Days[0].Close.AddDays(contract.Expiration.DayNumber - Days[0].Date.DayNumber);
        var left = Math.Max(0, (close - at).TotalDays);
        return intrinsic + (stock * 0.02 * Math.Sqrt(left / 10) * Math.Exp(-Math.Abs(stock - strike) / (0.05 * stock)));
    }

    private QuoteSpoil? SpoilOf(string symbol, string underlying, DateTimeOffset at)
    {
        foreach (var spoil in spoils)
        {
            if (at >= spoil.From && at < spoil.To && (spoil.Symbol == symbol || spoil.Symbol == underlying))
            {
                return spoil;
            }
        }

        return null;
    }

    // From the open on; after the close the last of the day stands.
    private TradingDay? DayOf(DateTimeOffset at) => Days.LastOrDefault(day => day.Open <= at && at < day.Open.AddHours(14));

    private static MarketQuote Quote(decimal bid, decimal ask, DateTimeOffset at, TradingDay day) =>
        new(bid, bid > 0 ? Size : 0, ask, Size, InSession(at, day));

    private static DateTimeOffset InSession(DateTimeOffset at, TradingDay day) => at < day.Close ? at : day.Close;

    private static decimal Cents(double price) => Math.Round((decimal)price, 2);
}
