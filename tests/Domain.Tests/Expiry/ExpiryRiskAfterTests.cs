using ExitDesk.Domain.Expiry;
using Xunit;

namespace ExitDesk.Domain.Tests.Expiry;

/// <summary>A level beside the one told before it.</summary>
public sealed class ExpiryRiskAfterTests
{
    [Theory]
    [InlineData(0.55, RiskLevel.High)]
    [InlineData(0.5499, RiskLevel.Medium)]
    public void WhenItWasHigh_ItFallsOnlyWellBelowTheLimit(double score, RiskLevel level) =>
        Assert.Equal(level, Risk(score).After(Risk(0.6)).Level);

    [Theory]
    [InlineData(0.25, RiskLevel.Medium)]
    [InlineData(0.2499, RiskLevel.Low)]
    public void WhenItWasMedium_ItFallsOnlyWellBelowTheLimit(double score, RiskLevel level) =>
        Assert.Equal(level, Risk(score).After(Risk(0.3)).Level);

    [Theory]
    [InlineData(0.2999, RiskLevel.Low)]
    [InlineData(0.3, RiskLevel.Medium)]
    [InlineData(0.5999, RiskLevel.Medium)]
    [InlineData(0.6, RiskLevel.High)]
    public void WhenItRises_ItRisesAtOnce(double score, RiskLevel level) =>
        Assert.Equal(level, Risk(score).After(Risk(0)).Level);

    [Fact]
    public void WhenItCrossesTwoLimits_NothingHoldsIt() =>
        Assert.Equal(RiskLevel.Low, Risk(0.29).After(Risk(1)).Level);

    [Fact]
    public void WhenTheScoreWavesAroundALimit_TheLevelIsToldOnce()
    {
        var (told, changes) = (Risk(0.28), 0);
        for (var i = 0; i < 20; i++)
        {
            var now = Risk(i % 2 == 0 ? 0.31 : 0.29).After(told);
            changes += now.Level == told.Level ? 0 : 1;
            told = now;
        }

        Assert.Equal(1, changes);
    }

    [Fact]
    public void WhenTheScoreIsUnknown_TheLevelIsWhatItIs() =>
        Assert.Equal(RiskLevel.Unknown, new ExpiryRisk(null, RiskLevel.Unknown).After(Risk(1)).Level);

    private static ExpiryRisk Risk(double score) =>
        new((decimal)score, ExpiryRisk.LevelOf((decimal)score, isInTheMoney: false, ExpiryRung.Watch));
}
