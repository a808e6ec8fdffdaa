using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class StockOrderTests
{
    [Theory]
    [InlineData(1_021_00, true)]
    [InlineData(1_020_99, false)]
    public void WhenSharesAreBought_TheAskMustBeThereInCash(int cents, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cents / 100m });

        var answer = bench.Buy("GOOG", 10);
        Assert.Equal(granted, answer.Granted);
        if (!granted)
        {
            AssertRefused(answer, 403, 40310000, "insufficient buying power");
            Assert.Equal(new Shortfall(1_021m, 1_020.99m, "cost_basis", "buying_power"), answer.Refusal!.Shortfall);
        }
    }

    [Fact]
    public void WhenTheMarketIsClosed_AMarketOrderWaitsForTheOpen()
    {
        var bench = new VenueBench();
        bench.MoveTo(16, 0, 1);

        var order = bench.Buy("GOOG", 1);
        Assert.Equal(OrderStatus.Accepted, Granted(order).Status);
        bench.MoveTo(9, 30, 1, day: 23);
        Assert.Equal(OrderStatus.Filled, bench.Now(order).Status);
    }

    [Fact]
    public void WhenShortingIsNotEnabled_ASaleOfWhatIsNotHeldIsRefused()
    {
        var bench = new VenueBench();
        AssertRefused(bench.Sell("GOOG", 1, 100m), 403, 40310000, "account is not allowed to short");
        Assert.False(bench.Venue.Account().ShortingEnabled);
    }

    // 3 % above the ask of 102.10 is 105.163 a share.
    [Theory]
    [InlineData(1_051_63, null, true)]
    [InlineData(1_051_62, null, false)]
    [InlineData(1_051_63, 105.16, true)]
    [InlineData(1_051_63, 105.17, false)]
    [InlineData(1_051_70, 105.17, true)]
    public void WhenShortingIsEnabled_TheSalesValueMustBeThere(int cents, double? limit, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cents / 100m, ShortingEnabled = true });

        var answer = bench.Sell("GOOG", 10, (decimal?)limit, PositionIntent.SellToOpen);
        Assert.Equal(granted, answer.Granted);
        if (!granted)
        {
            AssertRefused(answer, 403, 40310000, "insufficient buying power");
        }
    }

    [Fact]
    public void WhenAShortSaleWorks_ItsValueIsHeldAndAfterTheFillItsMargin()
    {
        var bench = new VenueBench(new VenueOptions { Cash = 2_000m, ShortingEnabled = true });
        Granted(bench.Sell("GOOG", 10));
        Assert.Equal(2_000m - 1_051.63m, bench.Venue.Account().BuyingPower);

        bench.Move(1);
        Assert.Equal(-10, bench.Held("GOOG"));
        Assert.Equal(1.5m * 1_021m, bench.Venue.Account().Collateral);
        Assert.Equal(2_000m + 1_019m - (1.5m * 1_021m), bench.Venue.Account().BuyingPower);
    }

    [Fact]
    public void WhenAShortIsBoughtBack_ItsMarginPays()
    {
        var bench = new VenueBench(new VenueOptions { Cash = 0m, ShortingEnabled = true });
        bench.Hold("GOOG", -10, 102.10m);
        Assert.Equal(0m, bench.Venue.Account().BuyingPower);

        AssertRefused(bench.Buy(Call100, 1, 0.01m), 403, 40310000, "insufficient");
        Granted(bench.Venue.Close("GOOG"));
    }

    [Fact]
    public void WhenASaleWouldCrossZero_ItIsRefusedEvenWithShorting()
    {
        var bench = new VenueBench(new VenueOptions { ShortingEnabled = true });
        bench.Hold("GOOG", 10, 100m);
        AssertRefused(bench.Sell("GOOG", 11, 100m), 403, 40310000, "insufficient qty available for order (requested: 11, available: 10)");
    }
}
