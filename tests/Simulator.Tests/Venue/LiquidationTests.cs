using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class LiquidationTests
{
    [Theory]
    [InlineData(ExpiringCall, 20, 15, 30)]
    [InlineData(ExpiringSpy, 20, 15, 45)]
    [InlineData(EarlyCall, 27, 12, 30)]
    [InlineData(EarlySpy, 27, 12, 45)]
    public void WhenPositionExpires_TheBrokerSellsItAQuarterHourAfterTheCutOff(string symbol, int day, int hour, int minute)
    {
        var bench = new VenueBench();
        bench.Hold(symbol, 2);
        bench.Clock.AdvanceTo(At(hour, minute, -1, day));
        Assert.Equal(2, bench.Held(symbol));

        bench.MoveTo(hour, minute, 0, day);
        Assert.Equal(0, bench.Held(symbol));
        var order = Assert.Single(bench.Venue.Orders());
        Assert.Equal((OrderOrigin.Broker, OrderStatus.Filled), (order.Origin, order.Status));
        Assert.Equal(ActivityType.Fill, Assert.Single(bench.Venue.Activities()).Type);
        Assert.Empty(bench.Venue.Violations);
    }

    [Fact]
    public void WhenOrdersHoldThePosition_TheyAreCancelledFirst()
    {
        var bench = new VenueBench();
        bench.Hold(ExpiringCall, 2);
        var resting = bench.Sell(ExpiringCall, 2, 9m);
        bench.MoveTo(15, 30);

        Assert.Equal(OrderStatus.Canceled, bench.Now(resting).Status);
        Assert.Equal(0, bench.Held(ExpiringCall));
        Assert.Empty(bench.Venue.Violations);
    }

    [Fact]
    public void WhenOwnerSaidDoNotExercise_ThePositionIsLeftToExpire()
    {
        var bench = new VenueBench();
        bench.Hold(ExpiringCall, 1);
        Assert.True(bench.Venue.DoNotExercise(ExpiringCall).Granted);

        bench.MoveTo(15, 59);
        Assert.Equal(1, bench.Held(ExpiringCall));
        bench.MoveTo(17);
        Assert.Empty(bench.Venue.Positions());
        bench.MoveTo(7, day: 21);
        Assert.Equal(ActivityType.OptionExpired, Assert.Single(bench.Venue.Activities()).Type);
    }

    [Theory]
    [InlineData(10_000, 1)]
    [InlineData(9_999, 0)]
    public void WhenOnlyTheUnfundedAreLiquidated_TheStrikeDecides(int cash, int held)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cash + 100m, Liquidation = LiquidationScope.Unfunded });
        bench.Hold(ExpiringCall, 1, 1m);
        bench.MoveTo(15, 30);
        Assert.Equal(held, bench.Held(ExpiringCall));
    }

    [Theory]
    [InlineData(ExpiringCall, ExpiringCall105, 20, 15)]
    [InlineData(EarlyCall, Call105, 27, 12)]
    public void WhenOnlyShortLegsAreLiquidated_TheLongOneIsLeftAlone(string sold, string bought, int day, int hour)
    {
        var bench = new VenueBench(new VenueOptions { Liquidation = LiquidationScope.ShortLegs });
        bench.Hold(sold, -1);
        bench.Hold(bought, 1);
        bench.MoveTo(hour, 29, 59, day);
        Assert.Equal((-1, 1), (bench.Held(sold), bench.Held(bought)));
        bench.MoveTo(hour, 30, 0, day);

        Assert.Equal((0, 1), (bench.Held(sold), bench.Held(bought)));
        var order = Assert.Single(bench.Venue.Orders());
        Assert.Equal((OrderOrigin.Broker, OrderKind.Market, false), (order.Origin, order.Kind, order.IsLeg));
    }

    [Fact]
    public void WhenOneLegIsLiquidatedByFault_TheOtherStays()
    {
        var bench = new VenueBench(Fault.Liquidation);
        bench.Hold(Call100, -1);
        bench.Hold(Call105, 1);
        bench.MoveTo(10, 15);

        Assert.Equal((0, 1), (bench.Held(Call100), bench.Held(Call105)));
        Assert.Equal(OrderOrigin.Broker, Assert.Single(bench.Venue.Orders()).Origin);
    }
}
