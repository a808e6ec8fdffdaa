using ExitDesk.Domain.Expiry;
using Xunit;
using static ExitDesk.Domain.Tests.Expiry.ExpirySamples;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class ExpiryThresholdTests
{
    /// <summary>2.3 × IV × √(minutes / 98,280), at least 0.005.</summary>
    [Theory]
    [InlineData(0.25, 60, 0.0142073)]
    [InlineData(null, 60, 0.0227317)]
    [InlineData(0.40, 60, 0.0227317)]
    [InlineData(0.25, 45, 0.0123039)]
    [InlineData(0.08798, 60, 0.005)]
    [InlineData(0.08799, 60, 0.0050004)]
    [InlineData(0.01, 60, 0.005)]
    [InlineData(0.25, 0, 0.005)]
    public void WhenVolatilityAndTimeAreLeft_TheThresholdGrowsWithThem(double? volatility, int minutes, double expected) =>
        Assert.Equal(expected, (double)ExpiryThreshold.Near((decimal?)volatility, TimeSpan.FromMinutes(minutes), Settings), 1e-7);

    [Theory]
    [InlineData(ExpiryRung.None, 0.02)]
    [InlineData(ExpiryRung.Watch, 0.02)]
    [InlineData(ExpiryRung.CloseFast, 0.01)]
    [InlineData(ExpiryRung.CloseNow, 0.0142)]
    [InlineData(ExpiryRung.PastDeadline, 0.0142)]
    public void WhenRiskIsMeasured_TheRungsThresholdIsTaken(ExpiryRung rung, double expected) =>
        Assert.Equal((decimal)expected, ExpiryThreshold.OfRisk(rung, 0.0142m, Settings));
}
