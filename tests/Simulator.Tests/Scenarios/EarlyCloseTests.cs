using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

public sealed class EarlyCloseTests
{
    [Theory]
    [MemberData(nameof(Seeds.Forty), MemberType = typeof(Seeds))]
    public void WhenTheSeedChanges_EachPositionLeavesAtTheSameRung(int seed)
    {
        var market = EarlyClose.Create(seed).Market;

        Rungs.AssertOf(
            market,
            ("AAPL261127C00225000", "T-5"),
            ("MSFT261127C00435000", "T-2"),
            ("QCOM261127P00160000", "T-2"),
            ("NVDA261127C00150000", "left"),
            ("SPY261127P00592000", "T-5"));
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
