using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;
using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

public sealed class SpreadsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhenTheSeedChanges_EachStructureEndsTheSameWay(int seed)
    {
        var scenario = Spreads.Create(seed);
        string End(string structure) => EndOf(scenario, structure);

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

    // The first look, each 15 seconds, at which the default rules act on the closing side: a debit loses 25 % or gains 50 %; a credit
    // gains half of itself, or loses twice itself or three quarters of the most it can.
    private static string EndOf(Scenario scenario, string name)
    {
        var legs = scenario.Openings.Where(opening => (opening.Structure ?? opening.Symbol) == name || opening.Symbol == name).ToList();
        var units = legs.Min(leg => Math.Abs(leg.Quantity));
        var entry = legs.Sum(leg => Touch(scenario, leg, leg.OpenedAt, opens: true) * leg.Quantity / units);
        for (var at = legs[0].OpenedAt.AddMinutes(1); at < scenario.Day.Close; at = at.AddSeconds(15))
        {
            var gain = legs.Sum(leg => Touch(scenario, leg, at, opens: false) * leg.Quantity / units) - entry;
            var (stop, target) = entry > 0
                ? (-0.25m * entry, 0.50m * entry)
                : (-Math.Min(2 * -entry, 0.75m * (Width(scenario, legs) + entry)), 0.50m * -entry);
            if (gain <= stop || gain >= target)
            {
                return gain <= stop ? "stop" : "profit";
            }
        }

        return "none";
    }

    // The wider wing; without a wing there is no most.
    private static decimal Width(Scenario scenario, IReadOnlyList<Opening> legs)
    {
        var strikes = legs.Select(leg => scenario.Market.Contracts.Single(contract => contract.Symbol == leg.Symbol)).GroupBy(contract => contract.IsCall);
        return legs.Count == 1 ? 10_000m : strikes.Max(side => side.Max(contract => contract.Strike) - side.Min(contract => contract.Strike));
    }

    private static decimal Touch(Scenario scenario, Opening leg, DateTimeOffset at, bool opens)
    {
        var quote = scenario.Market.OptionQuote(leg.Symbol, at)!;
        return leg.Quantity > 0 == opens ? quote.Ask!.Value : quote.Bid!.Value;
    }
}
