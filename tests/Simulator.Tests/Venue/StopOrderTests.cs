using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

/// <summary>Quotes are 1.00 bid and 1.10 asked, and move at 10:30.</summary>
public sealed class StopOrderTests
{
    private readonly VenueBench _bench = new();

    [Theory]
    [InlineData(0.81, false)]
    [InlineData(0.80, true)]
    [InlineData(0.79, true)]
    public void WhenTheBidReachesTheStop_ALongPositionIsSoldAtTheBid(decimal bid, bool sold)
    {
        _bench.Hold(Call100, 2);
        var order = Granted(Stop(OrderSide.Sell, 0.80m));
        _bench.Market.Quote(Call100, At(10, 30), bid, 1.10m);
        _bench.MoveTo(10, 29, 59);
        Assert.Equal(OrderStatus.New, _bench.Venue.Order(order.Id)!.Status);
        Assert.Equal(2, _bench.Venue.Position(Call100)!.HeldForOrders);

        _bench.MoveTo(10, 31);
        Assert.Equal((sold ? 0 : 2, sold ? bid : null), (_bench.Held(Call100), _bench.Venue.Order(order.Id)!.AverageFillPrice));
    }

    [Theory]
    [InlineData(1.49, false)]
    [InlineData(1.50, true)]
    [InlineData(1.51, true)]
    public void WhenTheAskReachesTheStop_AShortPositionIsBoughtBackAtTheAsk(decimal ask, bool bought)
    {
        _bench.Hold(Call100, -2);
        var order = Granted(Stop(OrderSide.Buy, 1.50m));
        _bench.Market.Quote(Call100, At(10, 30), 1.00m, ask);
        _bench.MoveTo(10, 31);

        Assert.Equal((bought ? 0 : -2, bought ? ask : null), (_bench.Held(Call100), _bench.Venue.Order(order.Id)!.AverageFillPrice));
    }

    [Fact]
    public void WhenTheStopIsNotReached_ItEndsWithTheDay()
    {
        _bench.Hold(Call100, 2);
        var order = Granted(Stop(OrderSide.Sell, 0.50m));
        _bench.MoveTo(16, 1);
        Assert.Equal(OrderStatus.Expired, _bench.Venue.Order(order.Id)!.Status);
    }

    [Fact]
    public void WhenPricesDoNotFitTheKind_ItIsRefused()
    {
        _bench.Hold(Call100, 2);
        AssertRefused(_bench.Venue.Submit(new OrderRequest(Call100, 2, OrderSide.Sell, OrderKind.Stop)), 422, 40010001, "stop price");
        AssertRefused(_bench.Venue.Submit(new OrderRequest(Call100, 2, OrderSide.Sell, OrderKind.Stop, 1m, StopPrice: 1m)), 422, 40010001, "must not have limit_price");
        AssertRefused(_bench.Venue.Submit(new OrderRequest(Call100, 2, OrderSide.Sell, OrderKind.Market, StopPrice: 1m)), 422, 40010001, "only stop orders");
    }

    private VenueAnswer<VenueOrder> Stop(OrderSide side, decimal price) =>
        _bench.Venue.Submit(new OrderRequest(Call100, 2, side, OrderKind.Stop, Origin: OrderOrigin.Owner, StopPrice: price));
}
