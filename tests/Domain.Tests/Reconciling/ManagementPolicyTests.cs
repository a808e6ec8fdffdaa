using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Reconciling;

public sealed class ManagementPolicyTests
{
    [Theory]
    [InlineData("GOOG151224C00750000", "us_option", 1, true)]
    [InlineData("GOOG151224P00750000", "us_option", 26, true)]
    [InlineData("GOOG", "us_equity", 100, true)]
    [InlineData("GOOG", "us_equity", 0.5, false)]
    [InlineData("GOOG", "us_equity", 100.5, false)]
    [InlineData("GOOG", "us_equity", -100, false)]
    [InlineData("GOOG151224C00750000", "us_option", -1, false)]
    [InlineData("GOOG1151224C00750000", "us_option", 1, false)]
    [InlineData("GOOG151224C0075000", "us_option", 1, false)]
    [InlineData("SPXW151224C02050000", "us_option", 1, false)]
    [InlineData("SPY151224C00205000", "us_option", 1, true)]
    [InlineData("BTCUSD", "crypto", 1, false)]
    [InlineData("GOOG", "", 1, false)]
    [InlineData("GOOG", "us_something_new", 1, false)]
    public void WhenAHoldingStandsAlone_ItIsManagedIfTheDeskKnowsItsKind(string symbol, string assetClass, decimal quantity, bool expected) =>
        Assert.Equal(
            expected ? Management.Managed : Management.NotManagedYet,
            ManagementPolicy.Of(SamplePositions.Held(symbol, quantity, 1, assetClass), new HashSet<string>(), Management.Managed));

    [Theory]
    [InlineData("GOOG151224C00750000", "us_option", "GOOG", false)]
    [InlineData("GOOG", "us_equity", "GOOG", false)]
    [InlineData("GOOGL", "us_equity", "GOOG", true)]
    [InlineData("BRK.B", "us_equity", "BRKB", false)]
    [InlineData("BRKB240119C00400000", "us_option", "BRKB", false)]
    public void WhenOptionsOnTheUnderlyingAreShort_ItIsNotManagedYet(string symbol, string assetClass, string shortOn, bool expected) =>
        Assert.Equal(
            expected ? Management.Watched : Management.NotManagedYet,
            ManagementPolicy.Of(SamplePositions.Held(symbol, 100, 1, assetClass), new HashSet<string> { shortOn }, Management.Watched));
}
