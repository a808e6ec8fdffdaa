using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class LimitOrderTests
{
    [Theory]
    [InlineData(1.29, OrderStatus.New)]
    [InlineData(1.30, OrderStatus.Filled)]
    [InlineData(1.31, OrderStatus.Filled)]
    public void WhenBidReachesALimitSell_ItFillsAtTheBid(double bid, OrderStatus expected)
    {
        var bench = new VenueBench();
        bench.Hold(Call100, 2);
        bench.Market.Quote(Call100, At(10, 1), (decimal)bid, 1.50m);
        var order = bench.Sell(Call100, 2, 1.30m);
        bench.MoveTo(10, 2);

        Assert.Equal(expected, bench.Now(order).Status);
        Assert.Equal(expected == OrderStatus.Filled ? (decimal)bid : null, bench.Now(order).AverageFillPrice);
    }

    [Fact]
    public void WhenTouchIsBetterThanTheLimit_TheTouchIsPaid()
    {
        var bench = new VenueBench();
        var order = bench.Buy(Call100, 1, 2m);
        bench.Move(1);
        Assert.Equal(1.10m, bench.Now(order).AverageFillPrice);
    }

    [Fact]
    public void WhenSessionEnds_DayOrdersExpire()
    {
        var bench = new VenueBench();
        bench.Hold(Call100, 1);
        var order = bench.Sell(Call100, 1, 9m);
        bench.MoveTo(15, 59, 59);
        Assert.Equal(OrderStatus.New, bench.Now(order).Status);
        bench.MoveTo(16);

        Assert.Equal(OrderStatus.Expired, bench.Now(order).Status);
        Assert.Equal(At(16), bench.Now(order).ExpiredAt);
    }

    [Fact]
    public void WhenFillsComeInParts_StatusesAndAverageFollow()
    {
        var bench = new VenueBench(Fault.PartialFills);
        bench.Hold(Call100, 5);
        bench.Market.Quote(Call100, At(10, 0, 1), 1.03m, 1.10m, size: 1);
        var order = bench.Sell(Call100, 5, 0.90m);

        bench.Move(0.25);
        Assert.Equal((OrderStatus.PartiallyFilled, 2), (bench.Now(order).Status, bench.Now(order).FilledQuantity));
        Assert.Equal(3, bench.Held(Call100));
        bench.MoveTo(10, 0, 1);
        Assert.Equal(3, bench.Now(order).FilledQuantity);
        bench.MoveTo(10, 0, 9);

        Assert.Equal((OrderStatus.Filled, 0), (bench.Now(order).Status, bench.Held(Call100)));
        Assert.Equal(1.018m, bench.Now(order).AverageFillPrice);
        Assert.Equal(
            100m * bench.Venue.Activities().Sum(fill => fill.Quantity * fill.Price!.Value), bench.Venue.Account().Cash - 99_500m);
        Assert.Equal([2, 1, 1, 1], bench.Venue.Activities().Select(fill => fill.Quantity));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1000)]
    public void WhenPartialFillsAreCertainOrNever_EachOrderShowsIt(double chance, int expected) => Assert.Equal(expected, Parts(chance));

    [Fact]
    public void WhenPartialFillsAreLikely_AboutThatShareComesInParts()
    {
        Assert.InRange(Parts(0.1), 50, 150);
        Assert.Equal(Parts(0.1), Parts(0.1));
    }

    [Theory]
    [InlineData(1.06, 0, false)]
    [InlineData(1.06, 1, false)]
    [InlineData(1.05, 1, true)]
    [InlineData(1.04, 1, true)]
    [InlineData(1.05, 0, false)]
    public void WhenLimitsAreMetInsideTheMarket_OnlyFromTheMidOnAndAtTheirPrice(double limit, double chance, bool filled)
    {
        var bench = new VenueBench(new VenueOptions { FillAtMidProbability = chance });
        bench.Hold(Call100, 1);
        var order = bench.Sell(Call100, 1, (decimal)limit);
        bench.Move(2);
        Assert.Equal(filled ? (decimal)limit : null, bench.Now(order).AverageFillPrice);
    }

    [Theory]
    [InlineData(-0.01, false)]
    [InlineData(0.00, true)]
    [InlineData(0.03, true)]
    public void WhenANetIsMetInsideTheMarket_TheLegsPayIt(double net, bool filled)
    {
        var bench = new VenueBench(new VenueOptions { FillAtMidProbability = 1 });
        bench.Hold(Put95, -1);
        bench.Hold(Put90, 1);
        var order = bench.SendLegs(
            1, (decimal)net, Leg(PositionIntent.BuyToClose, Put95), Leg(PositionIntent.SellToClose, Put90));
        bench.Move(2);
        Assert.Equal(filled ? (decimal)net : null, bench.Now(order).AverageFillPrice);
        Assert.Equal(filled ? 0 : 1, bench.Held(Put90));
    }

    [Fact]
    public void WhenRejectionComesLater_TheOrderIsTakenFirstAndNeverFills()
    {
        var bench = new VenueBench(Fault.AsynchronousRejection);
        bench.Hold(Call100, 1);
        var order = bench.Venue.Close(Call100);
        Assert.Equal(OrderStatus.PendingNew, Granted(order).Status);
        bench.Move(1);

        Assert.Equal(OrderStatus.Rejected, bench.Now(order).Status);
        Assert.Equal(1, bench.Held(Call100));
    }

    [Fact]
    public void WhenThereIsNoQuote_NothingFills()
    {
        var bench = new VenueBench();
        bench.Hold(Call100, 1);
        bench.Market.Quote(Call100, At(10), null, null);
        var order = bench.Venue.Close(Call100);
        bench.Move(60);
        Assert.Equal(OrderStatus.New, bench.Now(order).Status);
    }

    /// <summary>How many of a thousand orders for two come in parts.</summary>
    private static int Parts(double chance)
    {
        var bench = new VenueBench(new VenueOptions { Cash = 10_000_000m, PartialFillProbability = chance });
        return Enumerable.Range(0, 1000).Count(_ => Granted(bench.Buy(Call100, 2)).FillsInParts);
    }
}
