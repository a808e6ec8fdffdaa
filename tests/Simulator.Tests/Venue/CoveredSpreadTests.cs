using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Venue;
using Xunit;

namespace ExitDesk.Simulator.Tests.Venue;

/// <summary>What is set aside for several spreads of one stock.</summary>
public sealed class CoveredSpreadTests
{
    private static readonly DateOnly Day = new(2026, 12, 18);

    [Theory]
    [InlineData(500, 500, 500)]
    [InlineData(500, 1000, 1000)]
    [InlineData(1000, 500, 1000)]
    [InlineData(500, 0, 500)]
    public void WhenBothSidesEndTogether_TheLargerCounts(int calls, int puts, int collateral) =>
        Assert.Equal(collateral, CoveredSpread.Sum([Call(100, calls), Put(95, puts)]));

    [Theory]
    [InlineData(99.99, 700)]
    [InlineData(100, 700)] // an iron butterfly
    [InlineData(100.01, 1200)] // between the strikes both sides lose
    public void WhenTheSidesOverlap_TheyAreAdded(double strike, int collateral) =>
        Assert.Equal(collateral, CoveredSpread.Sum([Call(100, 500), Put((decimal)strike, 700)]));

    [Fact]
    public void WhenTheyEndOnDifferentDaysOrAreOfOtherStock_TheyAreAdded()
    {
        var call = Call(100, 500);

        Assert.Equal(1000, CoveredSpread.Sum([call, Of(Put(95, 500).Written with { Expiration = Day.AddDays(7) }, 500)]));
        Assert.Equal(1000, CoveredSpread.Sum([call, Of(Put(95, 500).Written with { Underlying = "AAPL" }, 500)]));
        Assert.Equal(1000, CoveredSpread.Sum([call, Of(Put(95, 500).Written with { Multiplier = 150 }, 500)]));
    }

    [Fact]
    public void WhenOneSideHasSeveral_ThatSideIsTheirSum() => Assert.Equal(1000, CoveredSpread.Sum([Call(100, 500), Call(105, 500), Put(95, 700)]));

    private static CoveredSpread Call(decimal strike, decimal collateral) => Of(new ListedContract($"C{strike}", "GOOG", true, strike, Day, 100), collateral);

    private static CoveredSpread Put(decimal strike, decimal collateral) => Of(new ListedContract($"P{strike}", "GOOG", false, strike, Day, 100), collateral);

    private static CoveredSpread Of(ListedContract written, decimal collateral) => new(written, collateral);
}
