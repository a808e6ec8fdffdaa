using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;
using Xunit;

namespace ExitDesk.Simulator.Tests.Venue;

/// <summary>A broker on a fixed market, at 10:00 New York on Friday 20 November 2026.</summary>
internal sealed class VenueBench
{
    public VenueBench(params Fault[] faults)
        : this(new VenueOptions(), faults)
    {
    }

    public VenueBench(VenueOptions options, params Fault[] faults)
        : this(options, [], faults)
    {
    }

    public VenueBench(VenueOptions options, IReadOnlyList<CorporateAction> actions, params Fault[] faults)
    {
        Market.Planned.AddRange(actions);
        Clock = new MarketClock(At(10));
        Faults = new FaultPlan(faults.ToHashSet(), 1);
        Venue = new SimulatedVenue(Market, Clock, Faults, options);
    }

    public FixedMarket Market { get; } = new();

    public MarketClock Clock { get; }

    public FaultPlan Faults { get; }

    public SimulatedVenue Venue { get; }

    public static DateTimeOffset At(int hour, int minute = 0, int second = 0, int day = 20) =>
        NewYork.ToUtc(new DateOnly(2026, 11, day), new TimeOnly(hour, minute)).AddSeconds(second);

    public void MoveTo(int hour, int minute = 0, int second = 0, int day = 20) => Clock.AdvanceTo(At(hour, minute, second, day));

    public void Move(double seconds) => Clock.AdvanceTo(Clock.Now.AddSeconds(seconds));

    public void Hold(string symbol, int quantity, decimal price = 1m) =>
        Venue.OpenPosition(symbol, quantity, price, At(9, 45));

    public int Held(string symbol) => Venue.Position(symbol)?.Position.Quantity ?? 0;

    public VenueAnswer<VenueOrder> Sell(
        string symbol, int quantity, decimal? limit = null, PositionIntent? intent = null, string? id = null) =>
        Send(OrderSide.Sell, symbol, quantity, limit, intent, id);

    public VenueAnswer<VenueOrder> Buy(
        string symbol, int quantity, decimal? limit = null, PositionIntent? intent = null, string? id = null) =>
        Send(OrderSide.Buy, symbol, quantity, limit, intent, id);

    /// <summary>Sends a multi-leg order.</summary>
    /// <param name="net">Null: a market order.</param>
    public VenueAnswer<VenueOrder> SendLegs(int quantity, decimal? net, params OrderLeg[] legs) => Venue.Submit(
        new MultiLegRequest(legs, quantity, net is null ? OrderKind.Market : OrderKind.Limit, net));

    public static OrderLeg Leg(PositionIntent intent, string symbol, int ratio = 1) => new(symbol, ratio, intent);

    /// <summary>The legs as they stand now.</summary>
    public IReadOnlyList<VenueOrder> Legs(VenueAnswer<VenueOrder> answer) => Venue.Legs(Now(answer));

    /// <summary>The order as it stands now.</summary>
    public VenueOrder Now(VenueAnswer<VenueOrder> answer) => Venue.Order(Granted(answer).Id)!;

    public static VenueOrder Granted(VenueAnswer<VenueOrder> answer)
    {
        Assert.True(answer.Granted, answer.Refusal?.Message);
        return answer.Value!;
    }

    public static void AssertRefused<T>(VenueAnswer<T> answer, int status, int code, string words)
        where T : class
    {
        Assert.NotNull(answer.Refusal);
        Assert.Equal((status, code), (answer.Refusal.HttpStatus, answer.Refusal.Code));
        Assert.Contains(words, answer.Refusal.Message, StringComparison.Ordinal);
    }

    private VenueAnswer<VenueOrder> Send(
        OrderSide side, string symbol, int quantity, decimal? limit, PositionIntent? intent, string? id) =>
        Venue.Submit(new OrderRequest(
            symbol, quantity, side, limit is null ? OrderKind.Market : OrderKind.Limit, limit, id, intent));
}
