using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

public sealed class EarlyCloseTests
{
    private const int Etf = 30;
    private const int Name = 45;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhenTheSeedChanges_EachPositionLeavesAtTheSameRung(int seed)
    {
        var market = EarlyClose.Create(seed).Market;

        Assert.Equal("T-5", LadderOracle.RungOf(market, "AAPL261127C00225000", Name));
        Assert.Equal("T-2", LadderOracle.RungOf(market, "MSFT261127C00435000", Name));
        Assert.Equal("T-2", LadderOracle.RungOf(market, "QCOM261127P00160000", Name));
        Assert.Equal("left", LadderOracle.RungOf(market, "NVDA261127C00150000", Name));
        Assert.Equal("T-5", LadderOracle.RungOf(market, "SPY261127P00592000", Etf));
    }

    [Fact]
    public void WhenItIsPlayed_TheDayEndsAtThirteenHoursAndTheNextIsMonday()
    {
        var scenario = EarlyClose.Create(1, days: 2);

        Assert.Equal(new TimeOnly(13, 0), NewYork.TimeOf(scenario.Days[0].Close));
        Assert.Equal((new DateOnly(2026, 11, 30), new TimeOnly(16, 0)), (scenario.Days[1].Date, NewYork.TimeOf(scenario.Days[1].Close)));
    }

    [Fact]
    public void WhenNobodyGuardsTheAccount_OnlyWhatExpiresLaterIsLeft()
    {
        var alone = new VenueAlone(EarlyClose.Create(1));
        alone.PlayToEnd();

        Assert.Equal(["META261218C00600000"], alone.Held.Keys.Where(symbol => symbol.Length > 6));
    }
}
