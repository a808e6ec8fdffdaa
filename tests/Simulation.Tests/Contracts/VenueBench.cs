using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Simulation.Tests.Market;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulation.Tests.Contracts;

/// <summary>A venue with a spread, a single option and cash, at ten o'clock, and some way to its ports.</summary>
internal sealed class VenueBench
{
    public const string Call = "GOOG261218C00150000";
    public const string FarCall = "GOOG261218C00160000";
    public const string Put = "GOOG261218P00150000";

    public VenueBench()
    {
        var day = TradingCalendar.DayOf(new DateOnly(2026, 11, 17))!;
        var contracts = new[]
        {
            new ListedContract(Call, "GOOG", true, 150, new DateOnly(2026, 12, 18), 100),
            new ListedContract(FarCall, "GOOG", true, 160, new DateOnly(2026, 12, 18), 100),
            new ListedContract(Put, "GOOG", false, 150, new DateOnly(2026, 12, 18), 100),
        };
        var stocks = new[] { new StockPath("GOOG", false, [new Knot(day.Open, 150), new Knot(day.Close, 150)]) };
        Market = new PathMarket([day, TradingCalendar.Next(day.Date)], contracts, stocks, []);
        Clock = new MarketClock(day.Open.AddMinutes(30));
        Venue = new SimulatedVenue(Market, Clock, FaultPlan.None, new VenueOptions());
        Venue.OpenPosition(Call, 5, 4m, day.Open.AddDays(-1), inHistory: true);
        Venue.OpenPosition(FarCall, -5, 2m, day.Open.AddDays(-1), inHistory: true);
        Venue.OpenPosition(Put, 3, 3m, day.Open.AddDays(-1), inHistory: true);
    }

    public PathMarket Market { get; }

    public MarketClock Clock { get; }

    public SimulatedVenue Venue { get; }

    /// <summary>Set by whoever knows the way.</summary>
    public IBroker Broker { get; set; } = null!;

    /// <summary>Set by whoever knows the way.</summary>
    public IMarketData Data { get; set; } = null!;

    public MarketQuote QuoteOf(string symbol) => Market.OptionQuote(symbol, Clock.Now)!;

    /// <summary>Long enough for an order to fill or a cancel to take effect.</summary>
    public void Pass() => Clock.AdvanceTo(Clock.Now.AddSeconds(1));
}
