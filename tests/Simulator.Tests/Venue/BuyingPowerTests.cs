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

    [Theory]
    [InlineData(9_500, true)]
    [InlineData(9_499, false)]
    public void WhenPutIsWritten_ItsStrikeMustBeThereInCash(int cash, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cash });
        Assert.Equal(granted, bench.Sell(Put95, 1, 1m).Granted);
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
    [InlineData(110, true)]
    [InlineData(109, false)]
    public void WhenBuying_TheAskMustBeThereInCash(int cash, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cash });
        var answer = bench.Buy(Call100, 1);
        Assert.Equal(granted, answer.Granted);
        Assert.Equal(granted ? 0m : 109m, bench.Venue.Account().BuyingPower);
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
    public void WhenStockIsSoldShort_ItIsRefused() =>
        AssertRefused(new VenueBench().Sell("GOOG", 1, 100m), 403, 40310000, "short");

    [Theory]
    [InlineData(0, false, false, false)]
    [InlineData(1, true, false, false)]
    [InlineData(2, true, true, false)]
    [InlineData(3, true, true, true)]
    public void WhenTheOptionsLevelIsLow_WhatItLacksIsRefusedAndClosingGoes(int level, bool writes, bool buys, bool spreads)
    {
        var bench = new VenueBench(new VenueOptions { OptionsLevel = level });
        bench.Hold(Call105, 1);

        Assert.Equal(writes, bench.Sell(Put95, 1, 9m).Granted);
        Assert.Equal(buys, bench.Buy(Call100, 1, 0.1m).Granted);
        var spread = bench.SendLegs(1, -0.40m, Leg(PositionIntent.SellToOpen, Put95), Leg(PositionIntent.BuyToOpen, Put90));
        Assert.Equal(spreads, spread.Granted);
        Granted(bench.Venue.Close(Call105));
        if (!spreads)
        {
            AssertRefused(spread, 403, 40310000, "required level: 3");
        }
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
