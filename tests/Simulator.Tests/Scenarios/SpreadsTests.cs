using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;
using ExitDesk.TestKit.Scenarios;
using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

public sealed class SpreadsTests
{
    [Theory]
    [MemberData(nameof(Seeds.Forty), MemberType = typeof(Seeds))]
    public void WhenTheSeedChanges_EachStructureEndsTheSameWay(int seed)
    {
        var scenario = Spreads.Create(seed);
        string End(string structure) => new StructureOracle(scenario, structure).End();

        Assert.Equal("profit", End("AAPL 225/220 put credit spread"));
        Assert.Equal("stop", End("MSFT 430/440 call debit spread"));
        Assert.Equal("stop", End("QCOM261218P00155000"));
        Assert.Equal("none", End("SPY 560/570/610/620 iron condor"));
        Assert.Equal("none", End("AMZN 200/190 put credit spread"));
        Assert.Equal("none", End("TSLA270115C00340000"));
        Assert.Equal("none", End("TSLA270115P00340000"));
        Assert.Equal("none", End("KO261218C00065000"));
    }

    [Fact]
    public void WhenThreeDaysArePlayed_TheShortLegIsAssignedInTheFirstNight()
    {
        var alone = new VenueAlone(Spreads.Create(1, days: 3));
        alone.PlayUntil(NewYork.ToUtc(new DateOnly(2026, 12, 7), new TimeOnly(21, 0)));

        Assert.Equal((100, 1, 0), (alone.Held["AMZN"], alone.Held["AMZN261218P00190000"], alone.Held.GetValueOrDefault("AMZN261218P00200000")));
        Assert.DoesNotContain(alone.Venue.Activities(), line => line.Type == ActivityType.OptionAssigned);

        alone.PlayUntil(NewYork.ToUtc(new DateOnly(2026, 12, 8), new TimeOnly(6, 5)));
        Assert.Contains(alone.Venue.Activities(), line => line is { Type: ActivityType.OptionAssigned, Symbol: "AMZN261218P00200000" });
        Assert.DoesNotContain(alone.Venue.Activities(), line => line.Type == ActivityType.Dividend);

        alone.PlayUntil(NewYork.ToUtc(new DateOnly(2026, 12, 8), new TimeOnly(9, 30)));
        Assert.Equal(102m, Assert.Single(alone.Venue.Activities(), line => line.Type == ActivityType.Dividend).NetAmount);
        alone.PlayToEnd();
    }
}
