using ExitDesk.Simulator.Scenarios;
using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

public sealed class FirstDayTests
{
    /// <summary>The README tells this day's story: it must not hang on one seed.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhenTheSeedChanges_TheStoryStaysTheSame(int seed)
    {
        var scenario = FirstDay.Create(seed);
        var ends = scenario.Openings
            .Where(opening => opening.Symbol != "KO")
            .ToDictionary(opening => opening.Symbol[..^15], opening => EndOf(scenario, opening));
        Assert.Equal("stop", ends["AAPL"]);
        Assert.Equal("stop", ends["MSFT"]);
        Assert.Equal("profit", ends["NVDA"]);
        Assert.Equal("profit", ends["QCOM"]);
        Assert.Equal("profit", ends["META"]);
        Assert.Equal("none", ends["SPY"]);
        Assert.Equal("none", ends["TSLA"]);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    // The first bid, looked at every 15 seconds, that the default plan acts on.
    private static string EndOf(Scenario scenario, Opening opening)
    {
        var entry = scenario.Market.OptionQuote(opening.Symbol, opening.OpenedAt)!.Ask!.Value;
        for (var at = opening.OpenedAt; at < scenario.Day.Close; at = at.AddSeconds(15))
        {
            var gain = (scenario.Market.OptionQuote(opening.Symbol, at)!.Bid - entry) / entry;
            if (gain is <= -0.25m or >= 0.50m)
            {
                return gain < 0 ? "stop" : "profit";
            }
        }

        return "none";
    }
}
