using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class TakeProfitTests
{
    private static readonly TakeProfitPlan Plan = new();

    [Theory]
    [InlineData(2.00, 2.99, DecisionKind.Hold)]
    [InlineData(2.00, 3.00, DecisionKind.Close)]
    [InlineData(2.00, 3.01, DecisionKind.Close)]
    [InlineData(17.15, 22.50, DecisionKind.Hold)]
    [InlineData(17.15, 25.72, DecisionKind.Hold)]
    [InlineData(17.15, 25.73, DecisionKind.Close)]
    public void WhenALongPositionGainsHalf_ItTakesTheProfit(decimal entry, decimal bid, DecisionKind expected) =>
        Assert.Equal(expected, TakeProfit.Evaluate(Snapshots.Long(entry, bid, bid + 0.2m), Plan).Kind);

    [Theory]
    [InlineData(1.50, 0.76, DecisionKind.Hold)]
    [InlineData(1.50, 0.75, DecisionKind.Close)]
    [InlineData(1.50, 0.74, DecisionKind.Close)]
    public void WhenHalfTheCreditIsKept_ItTakesTheProfit(decimal credit, decimal ask, DecisionKind expected) =>
        Assert.Equal(expected, TakeProfit.Evaluate(Snapshots.Credit(credit, ask), Plan).Kind);

    [Fact]
    public void WhenOnlyTheMidIsAtTheTarget_ItHolds() =>
        Assert.Equal(DecisionKind.Hold, TakeProfit.Evaluate(Snapshots.Long(2, 2.99m, 3.195m), Plan).Kind);

    [Fact]
    public void WhenItFires_ItSaysHowHardAndFromWhatEvidence() =>
        Assert.Equal(
            ExitDecision.Close(ExitReason.TakeProfit, Urgency.Normal, 0.5m, 0.5m), TakeProfit.Evaluate(Snapshots.Long(2, 3), Plan));

    [Fact]
    public void WhenMetaIsAt2250_ReturnAndProfitAreTheDocumentedOnes()
    {
        var meta = Snapshots.Long(17.15m, 22.50m);

        Assert.Equal(0.312m, decimal.Round(meta.DebitReturn(22.50m), 3));
        Assert.Equal(3_210.00m, meta.PnlPerShare(22.50m) * 6 * 100);
    }

    [Theory]
    [InlineData(QuoteQuality.Missing)]
    [InlineData(QuoteQuality.Stale)]
    [InlineData(QuoteQuality.Crossed)]
    [InlineData(QuoteQuality.OneSided)]
    [InlineData(QuoteQuality.Wide)]
    public void WhenTheQuoteIsNotUsable_ItIsUndecided(QuoteQuality quality) =>
        Assert.Equal(DecisionKind.Undecided, TakeProfit.Evaluate(Snapshots.Long(2, 9, 9, quality), Plan).Kind);

    [Fact]
    public void WhenTheMarketStaysWide_TheMidIsStillNoProfit() =>
        Assert.Equal(
            DecisionKind.Undecided,
            TakeProfit.Evaluate(new PositionSnapshot(2, 5, 9, QuoteQuality.Wide, TimeSpan.FromHours(1)), Plan).Kind);

    [Theory]
    [InlineData(0.049, DecisionKind.Undecided)]
    [InlineData(0.05, DecisionKind.Close)]
    public void WhenTheEntryIsUnderFiveCents_PercentagesMeanNothing(decimal entry, DecisionKind expected)
    {
        Assert.Equal(expected, TakeProfit.Evaluate(Snapshots.Long(entry, 1), Plan).Kind);
        Assert.Equal(expected, TakeProfit.Evaluate(Snapshots.Credit(entry, 0.01m), Plan).Kind);
    }

    [Fact]
    public void WhenThePlanHasItOff_ItHolds() =>
        Assert.Equal(ExitDecision.Hold, TakeProfit.Evaluate(Snapshots.Long(2, 9), Plan with { Enabled = false }));
}
