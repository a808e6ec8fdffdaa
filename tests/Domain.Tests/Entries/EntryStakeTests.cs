using ExitDesk.Domain.Entries;
using Xunit;

namespace ExitDesk.Domain.Tests.Entries;

/// <summary>What is at stake and what is tied up, by hand, of two contracts or a hundred shares.</summary>
public sealed class EntryStakeTests
{
    public static TheoryData<int, decimal?, decimal> Stakes => new()
    {
        { 0, 500m, 500m }, // a call at 2.50: 2.50 × 100 × 2
        { 1, 500m, 500m },
        { 2, 10_000m, 10_000m }, // stock at 100.00, all of it
        { 3, null, 15_000m }, // short stock: no bound; half as much again
        { 4, 19_500m, 20_000m }, // a put of strike 100 at 2.50: (100 − 2.50) × 100 × 2; secured by the full strike
        { 5, 0m, 0m }, // a covered call
        { 6, 240m, 240m }, // a debit of 1.20
        { 7, 760m, 760m }, // a credit of 1.20, five wide: (5 − 1.20) × 100 × 2
    };

    [Theory]
    [MemberData(nameof(Stakes))]
    public void WhenAnEntryIsWeighed_RiskAndCollateralAreTheHandComputed(int sample, decimal? risk, decimal collateral)
    {
        var recommendation = SampleRecommendations.All[sample];
        var multiplier = recommendation.Action.IsStock() ? 1 : 100;

        Assert.Equal(
            (risk, collateral),
            (EntryRisk.Of(recommendation, recommendation.LimitPrice!.Value, multiplier), EntryCollateral.Of(recommendation, recommendation.LimitPrice.Value, multiplier)));
    }

    [Fact]
    public void WhenTheMultiplierIsAnother_ItCounts() =>
        Assert.Equal(50m, EntryRisk.Of(SampleRecommendations.BuyCall, 2.50m, 10));
}
