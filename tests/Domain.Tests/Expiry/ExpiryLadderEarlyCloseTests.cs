using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Sessions;
using Xunit;
using static ExitDesk.Domain.Tests.Expiry.ExpirySamples;

namespace ExitDesk.Domain.Tests.Expiry;

/// <summary>2015-12-24, close 13:00 in New York: the deadline of stocks is noon, T-30 at 11:30, T-5 at 11:55, T-2 at 11:58.</summary>
public sealed class ExpiryLadderEarlyCloseTests
{
    private static ExpiryAssessment AssessAt(double underlying, int hour, int minute, int second, string root = "GOOG") => ExpiryLadder.Assess(
        Contract(root: root, day: 24, strike: 750m),
        (decimal)underlying,
        0.25m,
        new MarketMoment(Utc(24, hour + 5, minute).AddSeconds(second), true, Utc(28, 14, 30), EarlyClose),
        Settings);

    [Theory]
    [InlineData(11, 29, 59, ExpiryRung.None)]
    [InlineData(11, 30, 0, ExpiryRung.Watch)]
    [InlineData(11, 30, 1, ExpiryRung.Watch)]
    [InlineData(11, 54, 59, ExpiryRung.Watch)]
    [InlineData(11, 55, 0, ExpiryRung.CloseFast)]
    [InlineData(11, 57, 59, ExpiryRung.CloseFast)]
    [InlineData(11, 58, 0, ExpiryRung.CloseNow)]
    [InlineData(11, 59, 59, ExpiryRung.CloseNow)]
    [InlineData(12, 0, 0, ExpiryRung.PastDeadline)]
    public void WhenTheSessionClosesEarly_RungsMoveWithIt(int hour, int minute, int second, ExpiryRung expected) =>
        Assert.Equal(expected, AssessAt(700, hour, minute, second).Rung);

    [Fact]
    public void WhenAnEtfClosesEarly_ItsRungsAreAQuarterLater()
    {
        Assert.Equal(ExpiryRung.CloseFast, AssessAt(700, 12, 12, 59, "SPY").Rung);
        Assert.Equal(ExpiryRung.CloseNow, AssessAt(700, 12, 13, 0, "SPY").Rung);
    }

    /// <summary>T2 = 2.3 × 0.25 × √(60 / 98,280) = 0.0142: 750 × (1 − 0.014207) is 739.3445.</summary>
    [Theory]
    [InlineData(739.34, ExpiryAction.Card)]
    [InlineData(739.35, ExpiryAction.CloseImmediately)]
    [InlineData(739.36, ExpiryAction.CloseImmediately)]
    public void WhenT2Comes_AnHourOfTradingIsLeftToReckonWith(double underlying, ExpiryAction expected)
    {
        var assessment = AssessAt(underlying, 11, 58, 0);

        Assert.Equal(expected, assessment.Action);
        Assert.Equal(0.0142m, decimal.Round(assessment.NearThreshold, 4));
        Assert.Equal(Utc(24, 17, 0), assessment.DeadlineAt);
    }

    [Theory]
    [InlineData(750.00, ExpiryAction.NameEachCycle)]
    [InlineData(750.01, ExpiryAction.CloseFast)]
    public void WhenT5Comes_ACentInTheMoneyCloses(double underlying, ExpiryAction expected) =>
        Assert.Equal(expected, AssessAt(underlying, 11, 55, 0).Action);
}
