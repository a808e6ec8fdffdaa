using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

/// <summary>A written call needs a hundred shares that nothing else holds.</summary>
public sealed class CoveredCallTests
{
    [Theory]
    [InlineData(99, 1, false)]
    [InlineData(100, 1, true)]
    [InlineData(101, 1, true)]
    [InlineData(199, 2, false)]
    [InlineData(200, 2, true)]
    public void WhenACallIsWritten_AHundredSharesEachMustBeThere(int shares, int calls, bool granted)
    {
        var bench = new VenueBench();
        bench.Hold("GOOG", shares, 100m);

        var answer = bench.Sell(Call105, calls, 1m, PositionIntent.SellToOpen);
        Assert.Equal(granted, answer.Granted);
        if (!granted)
        {
            AssertRefused(answer, 403, 40310000, "account not eligible to trade uncovered option contracts");
        }
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void WhenASellRests_TheSharesItHoldsCoverNothing(int resting, bool granted)
    {
        var bench = new VenueBench();
        bench.Hold("GOOG", 200, 100m);
        Granted(bench.Sell("GOOG", resting, 150m));

        Assert.Equal(granted, bench.Sell(Call105, 1, 1m).Granted);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(200, true)]
    public void WhenAnotherCallIsWritten_ItsSharesCoverNothingMore(int shares, bool granted)
    {
        var bench = new VenueBench();
        bench.Hold("GOOG", shares, 100m);
        bench.Hold(Call100, -1);

        Assert.Equal(granted, bench.Sell(Call105, 1, 1m).Granted);
    }

    [Fact]
    public void WhenTheRestingSellIsCancelled_TheSharesCoverAgain()
    {
        var bench = new VenueBench();
        bench.Hold("GOOG", 100, 100m);
        var resting = Granted(bench.Sell("GOOG", 1, 150m));
        AssertRefused(bench.Sell(Call105, 1, 1m), 403, 40310000, "uncovered");

        Granted(bench.Venue.Cancel(resting.Id));
        bench.Move(1);
        Granted(bench.Sell(Call105, 1, 1m));
    }

    [Fact]
    public void WhenSharesAreOnlyOrdered_TheyCoverNothingYet()
    {
        var bench = new VenueBench();
        Granted(bench.Buy("GOOG", 100, 90m));
        AssertRefused(bench.Sell(Call105, 1, 1m), 403, 40310000, "uncovered");
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void WhenALongCallIsHeld_ItCoversAtLevelThreeOnly(int level, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { OptionsLevel = level });
        bench.Hold(Call100, 1);

        Assert.Equal(granted, bench.Sell(Call105, 1, 1m).Granted);
    }
}
