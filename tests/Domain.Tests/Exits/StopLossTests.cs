using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class StopLossTests
{
    private static readonly StopLossPlan Plan = new();

    [Theory]
    [InlineData(2.00, 1.51, DecisionKind.Hold)]
    [InlineData(2.00, 1.50, DecisionKind.Close)]
    [InlineData(2.00, 1.49, DecisionKind.Close)]
    [InlineData(2.00, 0.00, DecisionKind.Close)]
    [InlineData(5.75, 4.32, DecisionKind.Hold)]
    [InlineData(5.75, 4.31, DecisionKind.Close)]
    [InlineData(17.15, 22.50, DecisionKind.Hold)]
    [InlineData(0.05, 0.04, DecisionKind.Hold)]
    [InlineData(0.05, 0.03, DecisionKind.Close)]
    public void WhenALongPositionLosesAQuarter_ItStops(decimal entry, decimal bid, DecisionKind expected) =>
        Assert.Equal(expected, StopLoss.Evaluate(Snapshots.Long(entry, bid), Plan).Kind);

    [Theory]
    [InlineData(1.50, 4.49, DecisionKind.Hold)]
    [InlineData(1.50, 4.50, DecisionKind.Close)]
    [InlineData(1.50, 4.51, DecisionKind.Close)]
    [InlineData(1.50, 0.75, DecisionKind.Hold)]
    public void WhenANakedCreditLosesTwiceItself_ItStops(decimal credit, decimal ask, DecisionKind expected) =>
        Assert.Equal(expected, StopLoss.Evaluate(Snapshots.Credit(credit, ask), Plan).Kind);

    [Theory]
    [InlineData(1.20, 3.80, 3.59, DecisionKind.Hold)]
    [InlineData(1.20, 3.80, 3.60, DecisionKind.Close)]
    [InlineData(1.20, 3.80, 3.61, DecisionKind.Close)]
    [InlineData(2.00, 3.00, 4.24, DecisionKind.Hold)]
    [InlineData(2.00, 3.00, 4.25, DecisionKind.Close)]
    [InlineData(2.00, 3.00, 4.26, DecisionKind.Close)]
    public void WhenAVerticalReachesTheNearerLimit_ItStops(decimal credit, decimal maximumLoss, decimal cost, DecisionKind expected) =>
        Assert.Equal(expected, StopLoss.Evaluate(Snapshots.Credit(credit, cost, maximumLoss), Plan).Kind);

    [Fact]
    public void WhenItStops_ItSaysHowHardAndFromWhatEvidence()
    {
        var stop = StopLoss.Evaluate(Snapshots.Long(5.75m, 4.31m), Plan);

        Assert.Equal((ExitReason.StopLoss, Urgency.Immediate, -0.25m), (stop.Reason, stop.Urgency, stop.Threshold));
        Assert.Equal(-0.2504m, decimal.Round(stop.Value!.Value, 4));
    }

    [Theory]
    [InlineData(0.049, DecisionKind.Undecided)]
    [InlineData(0.05, DecisionKind.Close)]
    public void WhenTheEntryIsUnderFiveCents_PercentagesMeanNothing(decimal entry, DecisionKind expected)
    {
        Assert.Equal(expected, StopLoss.Evaluate(Snapshots.Long(entry, 0), Plan).Kind);
        Assert.Equal(expected, StopLoss.Evaluate(Snapshots.Credit(entry, 1), Plan).Kind);
    }

    [Fact]
    public void WhenTheEntryIsZero_ItIsUndecided() =>
        Assert.Equal(DecisionKind.Undecided, StopLoss.Evaluate(Snapshots.Long(0, 1), Plan).Kind);

    [Theory]
    [InlineData(QuoteQuality.Missing)]
    [InlineData(QuoteQuality.Stale)]
    [InlineData(QuoteQuality.Crossed)]
    [InlineData(QuoteQuality.OneSided)]
    [InlineData(QuoteQuality.Wide)]
    public void WhenTheQuoteIsNotUsable_ItIsUndecided(QuoteQuality quality) =>
        Assert.Equal(DecisionKind.Undecided, StopLoss.Evaluate(Snapshots.Long(2, 1, 1, quality), Plan).Kind);

    [Fact]
    public void WhenTheClosingSideIsNotQuoted_ItIsUndecided() =>
        Assert.Equal(DecisionKind.Undecided, StopLoss.Evaluate(Snapshots.Long(2, null), Plan).Kind);

    [Theory]
    [InlineData(119, 1.00, DecisionKind.Undecided)]
    [InlineData(120, 1.00, DecisionKind.Close)]
    [InlineData(120, 1.50, DecisionKind.Close)]
    [InlineData(120, 1.51, DecisionKind.Hold)]
    public void WhenTheMarketIsWideForTwoMinutes_TheMidStopsFast(int seconds, decimal mid, DecisionKind expected)
    {
        var position = new PositionSnapshot(2, 0.10m, mid, QuoteQuality.Wide, TimeSpan.FromSeconds(seconds));

        var stop = StopLoss.Evaluate(position, Plan);

        Assert.Equal(expected, stop.Kind);
        Assert.Equal(expected == DecisionKind.Close ? Urgency.Fast : default, stop.Urgency);
    }

    [Theory]
    [InlineData(1.25, false)]
    [InlineData(1.24, true)]
    public void WhenTheLossExceedsOneAndAHalfLimits_ItIsDeep(decimal bid, bool expected) =>
        Assert.Equal(expected, StopLoss.IsDeep(StopLoss.Evaluate(Snapshots.Long(2, bid), Plan)));

    [Theory]
    [InlineData(4.00, false)]
    [InlineData(4.01, true)]
    public void WhenACreditLosesMoreThanThreeTimesItself_ItIsDeep(decimal ask, bool expected) =>
        Assert.Equal(expected, StopLoss.IsDeep(StopLoss.Evaluate(Snapshots.Credit(1, ask), Plan)));

    [Fact]
    public void WhenThePlanHasItOff_ItHoldsEvenWithoutAQuote()
    {
        Assert.Equal(ExitDecision.Hold, StopLoss.Evaluate(Snapshots.Long(2, 0), Plan with { Enabled = false }));
        Assert.Equal(ExitDecision.Hold, StopLoss.Evaluate(Snapshots.Long(2, null), Plan with { Enabled = false }));
    }

    [Theory]
    [InlineData(0.01, DecisionKind.Hold)]
    [InlineData(0.00, DecisionKind.Close)]
    public void WhenTheWholeEntryMayBeLost_OnlyAZeroBidStops(decimal bid, DecisionKind expected) =>
        Assert.Equal(expected, StopLoss.Evaluate(Snapshots.Long(2, bid), Plan with { DebitLoss = 1 }).Kind);
}
