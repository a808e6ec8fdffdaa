using ExitDesk.Domain.Contracts;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Seeded;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>Puts a scenario together: stocks with the prices that they pass through, positions, and what happens to them.</summary>
/// <remarks>Whatever happens after the sessions that are played is left out.</remarks>
/// <param name="name">Of the scenario.</param>
/// <param name="first">First session.</param>
/// <param name="seed">Of the market.</param>
/// <param name="days">Sessions to play, 1 or more.</param>
internal sealed class Story(string name, DateOnly first, int seed, int days)
{
    private const double Rate = 0.04;
    private const double DividendYield = 0.005;

    private readonly IReadOnlyList<TradingDay> _days = SessionsFrom(first, days);
    private readonly List<SeededUnderlying> _stocks = [];
    private readonly List<Opening> _openings = [];
    private readonly List<ScriptedAct> _acts = [];
    private readonly List<TradingHalt> _halts = [];
    private readonly List<CorporateAction> _actions = [];

    /// <summary>OCC symbol of a contract.</summary>
    public static string Call(string root, decimal strike, DateOnly expiration) => new OptionContract(root, expiration, OptionRight.Call, strike).Symbol;

    /// <summary>OCC symbol of a contract.</summary>
    public static string Put(string root, decimal strike, DateOnly expiration) => new OptionContract(root, expiration, OptionRight.Put, strike).Symbol;

    /// <summary>Adds a stock with options at all strikes and expirations.</summary>
    /// <param name="volatility">Annual, a fraction.</param>
    /// <param name="path">New York times of the first session, ascending, and moves from the first price, fractions.</param>
    public Story Stock(
        string symbol, decimal price, double volatility, DateOnly expiration, IReadOnlyList<decimal> strikes, params (int Hour, int Minute, double Move)[] path)
    {
        _stocks.Add(new SeededUnderlying(
            symbol, price, volatility, DividendYield, symbol == "SPY" ? TickGrid.AlwaysPenny : TickGrid.Penny, Points(0, path), [expiration], strikes));
        return this;
    }

    /// <summary>Goes on with the path of the stock added last, on a later session, counted from 0.</summary>
    public Story Then(int session, params (int Hour, int Minute, double Move)[] path)
    {
        if (session < days)
        {
            _stocks[^1] = _stocks[^1] with { Script = [.. _stocks[^1].Script, .. Points(session, path)] };
        }

        return this;
    }

    /// <summary>Brings one contract or stock into the account on the first day, bought at the ask or sold at the bid.</summary>
    public Story Hold(int hour, int minute, string symbol, int quantity) => HoldLeg(null, hour, minute, symbol, quantity);

    /// <summary>Brings several legs in at once.</summary>
    public Story Hold(string structure, int hour, int minute, params (string Symbol, int Quantity)[] legs)
    {
        foreach (var (symbol, quantity) in legs)
        {
            HoldLeg(structure, hour, minute, symbol, quantity);
        }

        return this;
    }

    /// <summary>Has something happen behind the function app's back, on a session counted from 0 or in the night after it.</summary>
    public Story Happens(int session, int hour, int minute, string words, Action<SimulatedVenue> act)
    {
        if (session < days)
        {
            _acts.Add(new ScriptedAct(NewYork.ToUtc(_days[session].Date, new TimeOnly(hour, minute)), words, act));
        }

        return this;
    }

    /// <summary>Halts a stock and its options on the first day.</summary>
    public Story Halt(string underlying, TimeOnly from, TimeOnly to)
    {
        _halts.Add(new TradingHalt(underlying, NewYork.ToUtc(first, from), NewYork.ToUtc(first, to)));
        return this;
    }

    /// <summary>Pays a dividend, USD per share, to who holds the stock at the open of a later session, counted from 0.</summary>
    public Story Pays(string underlying, int session, decimal dividend)
    {
        if (session < days)
        {
            _actions.Add(new CorporateAction(underlying, _days[session].Date, dividend));
        }

        return this;
    }

    /// <param name="plan">Exit plans as the function app reads them; null for its built-in plan.</param>
    public Scenario Create(string? plan)
    {
        var seeded = new SeededMarket(new SeededMarketSpec(seed, first, Rate, _stocks, days, _actions));
        IMarket market = _halts.Count == 0 ? seeded : new HaltedMarket(seeded, _halts);
        return new Scenario(name, market, market.Days[0], [.. _openings.OrderBy(opening => opening.OpenedAt)], plan)
        {
            Days = market.Days,
            Acts = [.. _acts.OrderBy(act => act.At)],
            Broker = new VenueOptions { Cash = 500_000m, Liquidation = LiquidationScope.Unfunded },
        };
    }

    private Story HoldLeg(string? structure, int hour, int minute, string symbol, int quantity)
    {
        var at = NewYork.ToUtc(first, new TimeOnly(hour, minute));
        _openings.Add(new Opening(symbol, quantity, at, null) { Structure = structure, InHistory = true });
        return this;
    }

    private static IReadOnlyList<DriftPoint> Points(int session, IEnumerable<(int Hour, int Minute, double Move)> path) =>
        [.. path.Select(point => new DriftPoint(new TimeOnly(point.Hour, point.Minute), point.Move, session))];

    private static IReadOnlyList<TradingDay> SessionsFrom(DateOnly first, int days)
    {
        var sessions = new List<TradingDay> { TradingCalendar.DayOf(first)! };
        while (sessions.Count < days)
        {
            sessions.Add(TradingCalendar.Next(sessions[^1].Date));
        }

        return sessions;
    }
}
