using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class OptionsLevelTests
{
    private const string NoOptions = "account not authorized to trade options";

    [Theory]
    [InlineData(0, NoOptions, NoOptions, NoOptions)]
    [InlineData(1, null, "account not eligible to trade long option contracts", "account not eligible to trade spreads or uncovered contracts")]
    [InlineData(2, null, null, "account not eligible to trade spreads or uncovered contracts")]
    [InlineData(3, null, null, null)]
    public void WhenTheLevelIsLow_WhatItLacksIsRefusedAndClosingGoes(int level, string? writing, string? buying, string? spreading)
    {
        var bench = new VenueBench(new VenueOptions { OptionsLevel = level });
        bench.Hold(Call105, 1);
        bench.Hold(ExpiringCall, -1);
        bench.Hold(ExpiringCall105, 1);

        Expect(writing, bench.Sell(Put95, 1, 9m));
        Expect(buying, bench.Buy(Call100, 1, 0.1m));
        Expect(spreading, bench.SendLegs(1, -0.40m, Leg(PositionIntent.SellToOpen, Put95), Leg(PositionIntent.BuyToOpen, Put90)));
        Granted(bench.Buy("GOOG", 1, 90m));
        Granted(bench.Venue.Close(Call105));
        Granted(bench.SendLegs(
            1, 0.40m, Leg(PositionIntent.BuyToClose, ExpiringCall), Leg(PositionIntent.SellToClose, ExpiringCall105)));
    }

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(1, 3, 1)]
    [InlineData(2, 2, 2)]
    public void WhenTheApprovedLevelDiffers_TheLowerOneCounts(int chosen, int approved, int counts)
    {
        var bench = new VenueBench(new VenueOptions { OptionsLevel = chosen, ApprovedOptionsLevel = approved });

        Assert.Equal((counts, approved), (bench.Venue.Account().OptionsLevel, bench.Venue.Account().ApprovedOptionsLevel));
        Assert.Equal(counts >= 2, bench.Buy(Call100, 1, 0.1m).Granted);
    }

    private static void Expect(string? refusal, VenueAnswer<VenueOrder> answer)
    {
        if (refusal is null)
        {
            Granted(answer);
        }
        else
        {
            AssertRefused(answer, 403, 40310000, refusal);
        }
    }
}
