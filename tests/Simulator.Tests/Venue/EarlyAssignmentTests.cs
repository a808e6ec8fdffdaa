using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

/// <summary>The evening of Friday the 20th; GOOG trades at 102, so that a call at 100 brings 2.00 when exercised.</summary>
public sealed class EarlyAssignmentTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory]
    [InlineData(2.05, true)]
    [InlineData(2.04, true)]
    [InlineData(2.06, false)]
    public void WhenACallHasNextToNoTimeValue_ItIsAssigned(double price, bool assigned)
    {
        var bench = Bench(1, 0m, (decimal)price);
        bench.MoveTo(19, 59, 59);
        Assert.Equal(-1, bench.Held(Call100));
        bench.MoveTo(20);

        Assert.Equal(assigned ? (0, -100) : (-1, 0), (bench.Held(Call100), bench.Held("GOOG")));
        bench.MoveTo(5, 59, 59, day: 21);
        Assert.Empty(bench.Venue.Activities());
        bench.MoveTo(6, day: 21);
        ActivityType[] expected = assigned ? [ActivityType.OptionAssigned, ActivityType.OptionStockTrade] : [];
        Assert.Equal(expected, bench.Venue.Activities().Select(line => line.Type));
    }

    [Theory]
    [InlineData(2.49, true)]
    [InlineData(2.50, false)]
    [InlineData(2.51, false)]
    public void WhenADividendIsWorthMoreThanWaiting_TheCallIsAssigned(double price, bool assigned)
    {
        var bench = Bench(1, 0.50m, (decimal)price);
        bench.MoveTo(20);
        Assert.Equal(assigned ? 0 : -1, bench.Held(Call100));
    }

    [Fact]
    public void WhenAPutHasTimeValue_ADividendDoesNotMatter()
    {
        var bench = new VenueBench(new VenueOptions { EarlyAssignmentProbability = 1 }, [new CorporateAction("GOOG", Monday, 5m)]);
        bench.Hold(ExpiringPut, -1);
        bench.Hold(Put95, -1);
        bench.Market.Quote("GOOG", At(11), 94m, 94m);
        bench.Market.Quote(Put95, At(11), 2m, 2.20m);
        bench.MoveTo(20);
        Assert.Equal(-1, bench.Held(Put95));
    }

    [Fact]
    public void WhenOutOfTheMoneyOrLong_NothingIsAssigned()
    {
        var bench = Bench(1, 5m, 2m);
        bench.Hold(Call105, -1);
        bench.Hold(Put95, 1);
        bench.Market.Quote(Call105, At(11), 0.01m, 0.02m);
        bench.MoveTo(20);
        Assert.Equal((-1, 1), (bench.Held(Call105), bench.Held(Put95)));
    }

    [Fact]
    public void WhenChanceDecides_TheSeedDecides()
    {
        var assigned = Enumerable.Range(1, 40).Count(seed => Assigned(seed, 0.5));
        Assert.InRange(assigned, 10, 30);
        Assert.Equal(assigned, Enumerable.Range(1, 40).Count(seed => Assigned(seed, 0.5)));
        Assert.DoesNotContain(true, Enumerable.Range(1, 40).Select(seed => Assigned(seed, 0)));
    }

    [Theory]
    [InlineData(102, true)]
    [InlineData(100.01, true)]
    [InlineData(100, false)]
    public void WhenTheFaultStrikes_BeingInTheMoneyIsEnough(double close, bool assigned)
    {
        var bench = new VenueBench(Fault.EarlyAssignment);
        bench.Hold(Call100, -1);
        bench.Market.Quote("GOOG", At(15), (decimal)close, (decimal)close);
        bench.Market.Quote(Call100, At(15), 4m, 4.10m);
        bench.MoveTo(20);
        Assert.Equal(assigned, bench.Held(Call100) == 0);
    }

    [Fact]
    public void WhenAssignedAfterMidnight_ItShowsTheSameMorning()
    {
        var bench = Bench(0, 0m, 2m);
        bench.MoveTo(3, day: 21);
        bench.Venue.Assign(Call100);
        bench.MoveTo(6, day: 21);
        Assert.Equal(2, bench.Venue.Activities().Count);
    }

    private static bool Assigned(int seed, double chance)
    {
        var bench = Bench(chance, 0m, 2m, seed);
        bench.MoveTo(20);
        return bench.Held(Call100) == 0;
    }

    private static VenueBench Bench(double chance, decimal dividend, decimal price, int seed = 1)
    {
        var bench = new VenueBench(
            new VenueOptions { EarlyAssignmentProbability = chance, Seed = seed }, [new CorporateAction("GOOG", Monday, dividend)]);
        bench.Hold(Call100, -1);
        bench.Market.Quote(Call100, At(11), price, price);
        return bench;
    }
}
