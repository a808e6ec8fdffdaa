namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>Quotes and greeks of one made-up contract, from the price of its stock.</summary>
internal sealed class SeededOption
{
    private const double UsualVolatility = 0.25;
    private const double FarAway = 3;

    private readonly SeededStock _stock;
    private readonly SeededSessions _calendar;
    private readonly double _rate;
    private readonly SeededNoise _noise;
    private readonly double?[] _secondsAfterClose;
    private readonly int _period;
    private readonly int _phase;

    public SeededOption(ListedContract contract, SeededStock stock, SeededSessions calendar, SeededMarketSpec spec)
    {
        (Contract, _stock, _calendar, _rate) = (contract, stock, calendar, spec.Rate);
        _noise = new SeededNoise(spec.Seed, $"option {contract.Symbol}");
        _secondsAfterClose = [.. calendar.Days.Select((_, session) => calendar.SecondsAfter(session, contract.Expiration))];
        _period = PeriodOf(contract, stock.Terms, YearsAt(0, 0) ?? 0, StartOf(contract, stock.Terms, spec));
        _phase = _noise.Below(_period, -1);
    }

    public ListedContract Contract { get; }

    /// <summary>The quote in force; null: expired on an earlier day, or not yet quoted in this session.</summary>
    public MarketQuote? QuoteAt(int session, int second)
    {
        if (LastQuoted(second) is not { } quoted || YearsAt(session, quoted) is not { } years || !IsListed(session))
        {
            return null;
        }

        var spot = _stock.SpotAt(session, quoted);
        var (bid, ask) = Around(ModelAt(spot, years), years);
        var index = ((long)session << 20) + quoted;
        var bidSize = bid == 0 ? 0 : 1 + _noise.Below(60, 2 * index);
        return new MarketQuote(bid, bidSize, ask, 1 + _noise.Below(60, (2 * index) + 1), _calendar.InstantOf(session, quoted));
    }

    /// <summary>Greeks of the fair price behind the quote; null where there is no quote.</summary>
    public OptionGreeks? GreeksAt(int session, int second) =>
        LastQuoted(second) is { } quoted && YearsAt(session, quoted) is { } years && IsListed(session)
            ? ModelAt(_stock.SpotAt(session, quoted), years).Greeks(Contract.IsCall)
            : null;

    // Bid and ask stand on the class's grid on either side of the fair price, a step apart at least. The ask is bounded by what
    // the option can ever be worth: the share for a call, the strike for a put.
    private (decimal Bid, decimal Ask) Around(BlackScholes model, double years)
    {
        var intrinsic = Contract.IsCall ? model.Spot - model.Strike : model.Strike - model.Spot;
        var fair = Math.Max(model.Price(Contract.IsCall), intrinsic);
        var z = VolatilitySurface.Distance(_stock.Terms.AnnualVolatility, model.Spot, model.Strike, years);
        var distance = Math.Min(Math.Abs(z), FarAway);
        var half = (0.01 + (0.003 * fair)) * (1 + (0.2 * distance * distance)) * model.Volatility / UsualVolatility;
        var grid = _stock.Terms.Ticks;
        var bid = grid.Down((decimal)Math.Max(0, fair - half));
        var most = grid.Up((decimal)(Contract.IsCall ? model.Spot : model.Strike));
        var ask = Math.Min(grid.Up((decimal)(fair + half)), most);
        return (bid, Math.Max(ask, bid + grid.StepAt(bid)));
    }

    private BlackScholes ModelAt(double spot, double years)
    {
        var strike = (double)Contract.Strike;
        var volatility = VolatilitySurface.At(_stock.Terms.AnnualVolatility, spot, strike, years);
        return new BlackScholes(spot, strike, years, _rate, _stock.Terms.DividendYield, volatility);
    }

    private double? YearsAt(int session, int second) =>
        (_secondsAfterClose[session] + _calendar.LengthOf(session) - second) / SeededSessions.SecondsOfYear;

    private bool IsListed(int session) => Contract.IsListedOn(_calendar.Days[session].Date);

    private int? LastQuoted(int second) => second < _phase ? null : second - ((second - _phase) % _period);

    // A contract that a split brought is measured by the price after it.
    private static decimal StartOf(ListedContract contract, SeededUnderlying terms, SeededMarketSpec spec) =>
        contract.ListedFrom is { } day && spec.Actions?.FirstOrDefault(action =>
            action.Underlying == terms.Symbol && action.ExDate == day && action.IsSplit) is { } split
            ? terms.StartPrice / split.SplitRatio
            : terms.StartPrice;

    // Market makers follow what trades: seconds between quotes by the distance of the strike from the start price.
    private static int PeriodOf(ListedContract contract, SeededUnderlying terms, double years, decimal start)
    {
        var z = VolatilitySurface.Distance(terms.AnnualVolatility, (double)start, (double)contract.Strike, years);
        return Math.Abs(z) switch
        {
            < 0.5 => 1,
            < 1 => 2,
            < 2 => 5,
            < 3 => 15,
            _ => 60,
        };
    }
}
