using ExitDesk.Domain.Expiry;
using Xunit;
using static ExitDesk.Domain.Tests.Expiry.ExpirySamples;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class ExpiryAssessmentTests
{
    private static readonly ExpiryAssessment Present = Assess(-0.015m, 1_000);

    [Fact]
    public void WhenOnlyTheClockTicks_ItIsTheSame()
    {
        Assert.True(Present.IsSameAs(Assess(-0.015m, 990)));
        Assert.True(Present.IsSameAs(Assess(-0.0151m, 990, volatility: 0.26m)));
    }

    [Fact]
    public void WhenWhatFollowsChanges_ItIsAnother()
    {
        Assert.False(Present.IsSameAs(Assess(-0.015m, 300)));
        Assert.False(Present.IsSameAs(Assess(-0.021m, 1_000)));
        Assert.False(Present.IsSameAs(Assess(null, 1_000)));
        Assert.False(Present.IsSameAs(Assess(-0.015m, 1_000, root: "META")));
        Assert.False(Present.IsSameAs(Present with { Risk = new(0.4m, RiskLevel.Medium) }));
        Assert.False(Present.IsSameAs(Present with { DeadlineAt = Deadline.AddMinutes(-1) }));
        Assert.False(Present.IsSameAs(Present with { Moneyness = Moneyness.Known(0.0001m) }));
        Assert.False(Present.IsSameAs(ExpiryAssessment.NotExpiring));
    }

    [Fact]
    public void WhenNothingExpires_ItSaysSo()
    {
        Assert.False(ExpiryAssessment.NotExpiring.IsExpiring);
        Assert.False(ExpiryAssessment.NotExpiring.IsUndecided);
        Assert.Null(ExpiryAssessment.NotExpiring.Urgency);
        Assert.True(ExpiryAssessment.NotExpiring.IsSameAs(default));
    }
}
