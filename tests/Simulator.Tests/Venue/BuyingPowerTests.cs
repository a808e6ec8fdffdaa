using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class BuyingPowerTests
{
    [Fact]
    public void WhenCallIsWrittenNaked_ItIsRefused() =>
        AssertRefused(new VenueBench().Sell(Call100, 1, 1m), 403, 40310000, "uncovered");

    [Fact]
    public void WhenSharesCoverTheCall_ItIsTakenOnceOnly()
    {
        var bench = new VenueBench();
        bench.Hold("GOOG", 100, 100m);

        Granted(bench.Sell(Call100, 1, 1m, PositionIntent.SellToOpen));
        AssertRefused(bench.Sell(Call105, 1, 1m), 403, 40310000, "uncovered");
        AssertRefused(bench.Sell("GOOG", 1, 90m), 403, 40310000, "uncovered");
    }

    [Fact]
    public void WhenLongLegGoesFirst_ItIsRefusedAndShortsFirstWorks()
    {
        var bench = new VenueBench();
        bench.Hold(Call100, -1);
        bench.Hold(Call105, 1);

        AssertRefused(bench.Venue.Close(Call105), 403, 40310000, "uncovered");
        Granted(bench.Venue.Close(Call100));
        bench.Move(1);
        Granted(bench.Venue.Close(Call105));
        bench.Move(1);
        Assert.Empty(bench.Venue.Positions());
        Assert.Empty(bench.Venue.Violations);
    }

    [Fact]
    public void WhenLongPutCovers_OnlyTheWidthIsSetAside()
    {
        var bench = new VenueBench(new VenueOptions { Cash = 700m });
        bench.Hold(Put90, 1);
        Assert.Equal(600m, bench.Venue.Account().BuyingPower);

        Granted(bench.Sell(Put95, 1, 1m));
        Assert.Equal(100m, bench.Venue.Account().BuyingPower);
    }

    [Theory]
    [InlineData(109_99, false)]
    [InlineData(110_00, true)]
    [InlineData(110_01, true)]
    public void WhenBuying_TheAskMustBeThereInCash(int cents, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cents / 100m });
        var answer = bench.Buy(Call100, 1);
        Assert.Equal(granted, answer.Granted);
        Assert.Equal(granted ? (cents / 100m) - 110m : 109.99m, bench.Venue.Account().BuyingPower);
        if (!granted)
        {
            AssertRefused(answer, 403, 40310000, "insufficient options buying power (required: 110, available: 109.99)");
        }
    }

    [Fact]
    public void WhenNobodyOffers_AMarketOrderThatOpensIsRefused()
    {
        var bench = new VenueBench();
        bench.Market.Quote(Call100, At(9, 59), 0.95m, null);

        AssertRefused(bench.Buy(Call100, 1), 403, 40310000, "no available quote");
        AssertRefused(
            bench.SendLegs(1, null, Leg(PositionIntent.BuyToOpen, Call100), Leg(PositionIntent.BuyToOpen, Put95)), 403, 40310000, "no available quote");
        Granted(bench.Buy(Call100, 1, 1m));
    }

    [Theory]
    [InlineData(100_00, 0.54, false)]
    [InlineData(100_00, 0.53, true)]
    [InlineData(100_01, 0.54, false)]
    [InlineData(101_00, 0.54, true)]
    public void WhenAnOrderWorks_WhatItHoldsIsNotSpentTwice(int cents, double second, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cents / 100m });
        Granted(bench.Buy(Call100, 1, 0.47m));

        Assert.Equal(granted, bench.Buy(Call105, 1, (decimal)second).Granted);
    }

    [Theory]
    [InlineData(1.00, true)]
    [InlineData(1.01, false)]
    public void WhenAnOrderIsReplaced_WhatItHeldPaysForTheNewOne(double limit, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = 100m });
        var first = Granted(bench.Buy(Call100, 1, 0.90m));
        bench.Move(1);

        Assert.Equal(granted, bench.Venue.Replace(first.Id, new OrderChange(null, (decimal)limit, null)).Granted);
        Assert.Equal(granted ? 0m : 10m, bench.Venue.Account().BuyingPower);
    }

    [Fact]
    public void WhenAnOrderEnds_WhatItHeldIsFree()
    {
        var bench = new VenueBench(new VenueOptions { Cash = 100m });
        var first = Granted(bench.Buy(Call100, 1, 0.90m));
        Assert.Equal(10m, bench.Venue.Account().BuyingPower);

        Granted(bench.Venue.Cancel(first.Id));
        bench.Move(1);
        Assert.Equal(100m, bench.Venue.Account().BuyingPower);
    }

    [Fact]
    public void WhenBuyingBackAShort_ItsCollateralPays()
    {
        var bench = new VenueBench(new VenueOptions { Cash = 9_400m });
        bench.Hold(Put95, -1);
        Assert.Equal(0m, bench.Venue.Account().BuyingPower);
        Granted(bench.Venue.Close(Put95));
    }

    [Fact]
    public void WhenShortsAreHeld_TheAccountTellsTheCollateral()
    {
        var bench = new VenueBench();
        bench.Hold(Put95, -2);
        bench.Hold(Put90, 1);
        Assert.Equal(500m + 9_500m, bench.Venue.Account().Collateral);
    }

    [Fact]
    public void WhenPositionsAreQuoted_EquityIsCashAndMids()
    {
        var bench = new VenueBench();
        bench.Hold(Call100, 2, 0.95m);
        bench.Hold(Put95, -1, 1.20m);

        var account = bench.Venue.Account();
        Assert.Equal(100_000m - 190m + 120m, account.Cash);
        Assert.Equal((210m, -105m), (account.LongMarketValue, account.ShortMarketValue));
        Assert.Equal(account.Cash + 105m, account.Equity);
    }
}
