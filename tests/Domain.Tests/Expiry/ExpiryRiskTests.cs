using ExitDesk.Domain.Expiry;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class ExpiryRiskTests
{
    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    /// <summary>At the deadline, without volatility, T is the threshold itself: (m + 0.02) / 0.04.</summary>
    [Theory]
    [InlineData(-0.021, 0)]
    [InlineData(-0.02, 0)]
    [InlineData(-0.01, 0.25)]
    [InlineData(0, 0.5)]
    [InlineData(0.01, 0.75)]
    [InlineData(0.02, 1)]
    [InlineData(0.021, 1)]
    public void WhenAtTheDeadline_TheScoreIsLinearInMoneyness(double moneyness, double expected)
    {
        Assert.Equal((decimal)expected, ExpiryRisk.ScoreOf((decimal)moneyness, 0.02m, Minutes(0), null));
        Assert.Equal((decimal)expected, ExpiryRisk.ScoreOf((decimal)moneyness, 0.02m, Minutes(-20), null));
    }

    /// <summary>T = 0.02 × exp(−minutes / 30) × clamp(IV / 0.20, 0.5, 2); the score at m = −T / 2 is 0.25.</summary>
    [Theory]
    [InlineData(0, null, 0.02)]
    [InlineData(30, null, 0.0073575888234288)]
    [InlineData(5, null, 0.0169296344978123)]
    [InlineData(0, 0.20, 0.02)]
    [InlineData(0, 0.30, 0.03)]
    [InlineData(0, 0.40, 0.04)]
    [InlineData(0, 0.41, 0.04)]
    [InlineData(0, 0.10, 0.01)]
    [InlineData(0, 0.09, 0.01)]
    [InlineData(30, 0.40, 0.0147151776468577)]
    public void WhenTimeAndVolatilityVary_TheWidthVariesWithThem(int minutes, double? volatility, double width)
    {
        var score = ExpiryRisk.ScoreOf((decimal)-width / 2, 0.02m, Minutes(minutes), (decimal?)volatility);

        Assert.Equal(0.25, (double)score, 1e-9);
    }

    [Theory]
    [InlineData(0.5999, false, ExpiryRung.Watch, RiskLevel.Medium)]
    [InlineData(0.6, false, ExpiryRung.Watch, RiskLevel.High)]
    [InlineData(0.3, false, ExpiryRung.Watch, RiskLevel.Medium)]
    [InlineData(0.2999, false, ExpiryRung.Watch, RiskLevel.Low)]
    [InlineData(0.5001, true, ExpiryRung.None, RiskLevel.Medium)]
    [InlineData(0.5001, true, ExpiryRung.Watch, RiskLevel.High)]
    [InlineData(0.5001, true, ExpiryRung.PastDeadline, RiskLevel.High)]
    [InlineData(0.6, true, ExpiryRung.None, RiskLevel.High)]
    public void WhenScoreIsNamed_InTheMoneyFromT30IsHigh(double score, bool isInTheMoney, ExpiryRung rung, RiskLevel expected) =>
        Assert.Equal(expected, ExpiryRisk.LevelOf((decimal)score, isInTheMoney, rung));

    [Theory]
    [InlineData(ExpiryRung.None, RiskLevel.Unknown, RiskLevel.Medium)]
    [InlineData(ExpiryRung.Watch, RiskLevel.Unknown, RiskLevel.High)]
    [InlineData(ExpiryRung.CloseFast, RiskLevel.Unknown, RiskLevel.High)]
    [InlineData(ExpiryRung.CloseNow, RiskLevel.High, RiskLevel.High)]
    [InlineData(ExpiryRung.PastDeadline, RiskLevel.High, RiskLevel.High)]
    public void WhenMoneynessIsNotKnown_ThereIsALevelAlone(ExpiryRung rung, RiskLevel unknown, RiskLevel adjusted)
    {
        Assert.Equal(new ExpiryRisk(null, unknown), ExpiryRisk.Of(Moneyness.Unknown, rung, 0.02m, Minutes(1), null));
        Assert.Equal(new ExpiryRisk(null, adjusted), ExpiryRisk.Of(Moneyness.Adjusted, rung, 0.02m, Minutes(1), null));
    }

    [Fact]
    public void WhateverTheFacts_TheScoreIsAFractionAndGrowsWithMoneyness() =>
        Prop.ForAll(
            (from at in Gen.Choose(-20_000, 20_000) from more in Gen.Choose(0, 20_000) select (at / 100_000m, (at + more) / 100_000m)).ToArbitrary(),
            (from threshold in Gen.Choose(1, 500) from seconds in Gen.Choose(-3_600, 30_000) select (threshold / 10_000m, seconds)).ToArbitrary(),
            Gen.Choose(-1, 500).ToArbitrary(),
            (moneyness, rung, volatility) =>
            {
                var iv = volatility < 0 ? (decimal?)null : volatility / 100m;
                var lower = ExpiryRisk.ScoreOf(moneyness.Item1, rung.Item1, TimeSpan.FromSeconds(rung.seconds), iv);
                var higher = ExpiryRisk.ScoreOf(moneyness.Item2, rung.Item1, TimeSpan.FromSeconds(rung.seconds), iv);
                return lower is >= 0 and <= 1 && higher is >= 0 and <= 1 && lower <= higher;
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-0.0001, 0)]
    [InlineData(0, 0.5)]
    [InlineData(0.0001, 1)]
    public void WhenTheDeadlineIsDaysAway_TheScoreIsAStep(double moneyness, double expected) =>
        Assert.Equal((decimal)expected, ExpiryRisk.ScoreOf((decimal)moneyness, 0.02m, TimeSpan.FromDays(30), null));
}
