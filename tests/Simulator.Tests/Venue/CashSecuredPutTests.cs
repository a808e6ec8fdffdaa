using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

/// <summary>A written put needs its whole strike in cash.</summary>
public sealed class CashSecuredPutTests
{
    [Theory]
    [InlineData(9_499_99, false)]
    [InlineData(9_500_00, true)]
    [InlineData(9_500_01, true)]
    public void WhenAPutIsWritten_ItsStrikeMustBeThereInCash(int cents, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cents / 100m });

        var answer = bench.Sell(Put95, 1, 1m, PositionIntent.SellToOpen);
        Assert.Equal(granted, answer.Granted);
        if (!granted)
        {
            AssertRefused(
                answer, 403, 40310000, "insufficient options buying power for cash-secured put (required: 9500, available: 9499.99)");
            Assert.Equal(new Shortfall(9_500m, 9_499.99m, "required_options_buying_power", "buying_power"), answer.Refusal!.Shortfall);
        }
    }

    [Theory]
    [InlineData(18_499_99, false)]
    [InlineData(18_500_00, true)]
    public void WhenAnotherPutOrderWorks_ItsStrikeIsHeldToo(int cents, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cents / 100m });
        Granted(bench.Sell(Put95, 1, 9m));

        Assert.Equal(granted, bench.Sell(Put90, 1, 9m).Granted);
    }

    [Theory]
    [InlineData(9_600_00, 1.01, false)]
    [InlineData(9_600_00, 1.00, true)]
    public void WhenABuyWorks_WhatItHoldsSecuresNoPut(int cents, double limit, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cents / 100m });
        Granted(bench.Buy(Call100, 1, (decimal)limit));

        Assert.Equal(granted, bench.Sell(Put95, 1, 9m).Granted);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void WhenALongPutIsHeld_ItCoversAtLevelThreeOnly(int level, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = 600m, OptionsLevel = level });
        bench.Hold(Put90, 1);

        Assert.Equal(granted, bench.Sell(Put95, 1, 1m).Granted);
    }
}
