using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class TrailingStopTests
{
    private static readonly TrailingStopPlan Plan = new() { Enabled = true };

    [Theory]
    [InlineData(2.49, 1.00, DecisionKind.Hold)] // never armed
    [InlineData(2.50, 2.21, DecisionKind.Hold)]
    [InlineData(2.50, 2.20, DecisionKind.Close)]
    [InlineData(2.50, 2.19, DecisionKind.Close)]
    [InlineData(3.00, 2.70, DecisionKind.Close)]
    public void WhenALongPositionGivesBack_ItStops(decimal best, decimal bid, DecisionKind expected) =>
        Assert.Equal(expected, TrailingStop.Evaluate(Snapshots.Long(2, bid) with { BestValue = best }, Plan).Kind);

    [Theory]
    [InlineData(1.51, 5.00, DecisionKind.Hold)] // never armed
    [InlineData(1.50, 1.79, DecisionKind.Hold)]
    [InlineData(1.50, 1.80, DecisionKind.Close)]
    [InlineData(1.50, 1.81, DecisionKind.Close)]
    public void WhenACreditGivesBack_ItStops(decimal bestCost, decimal cost, DecisionKind expected) =>
        Assert.Equal(expected, TrailingStop.Evaluate(Snapshots.Credit(2, cost) with { BestValue = -bestCost }, Plan).Kind);

    [Fact]
    public void WhenItFires_ItSaysHowHardAndFromWhatEvidence() => Assert.Equal(
        ExitDecision.Close(ExitReason.TrailingStop, Urgency.Fast, 0.10m, 0.10m),
        TrailingStop.Evaluate(Snapshots.Long(2, 2.20m) with { BestValue = 2.50m }, Plan));

    [Theory]
    [InlineData(2.05, false)]
    [InlineData(2.04, true)]
    public void WhenMoreThanOneAndAHalfTimesIsGivenBack_ItIsDeep(decimal bid, bool expected)
    {
        var position = Snapshots.Long(2, bid) with { BestValue = 2.50m };

        Assert.Equal(expected, TrailingStop.IsDeep(position, Plan, TrailingStop.Evaluate(position, Plan)));
    }

    [Fact]
    public void WhenTheMarketStaysWide_TheMidIsJudgedAndMovesNoBest()
    {
        var wide = new PositionSnapshot(2, 1, 2.20m, QuoteQuality.Wide, PositionSnapshot.WidePatience);

        Assert.Equal(DecisionKind.Undecided, TrailingStop.Evaluate(wide, Plan).Kind);
        Assert.Equal(DecisionKind.Close, TrailingStop.Evaluate(wide with { BestValue = 2.50m }, Plan).Kind);
        Assert.Equal(2.50m, TrailingStop.BestValue(wide with { BestValue = 2.50m, MidValue = 9 }));
    }

    [Theory]
    [InlineData(QuoteQuality.Missing)]
    [InlineData(QuoteQuality.Stale)]
    [InlineData(QuoteQuality.Crossed)]
    [InlineData(QuoteQuality.OneSided)]
    [InlineData(QuoteQuality.Wide)]
    public void WhenTheQuoteIsNotUsable_ItIsUndecided(QuoteQuality quality) => Assert.Equal(
        DecisionKind.Undecided, TrailingStop.Evaluate(Snapshots.Long(2, 1, 1, quality) with { BestValue = 3 }, Plan).Kind);

    [Fact]
    public void WhenTheEntryIsUnderFiveCents_ItIsUndecided() =>
        Assert.Equal(DecisionKind.Undecided, TrailingStop.Evaluate(Snapshots.Long(0.049m, 1), Plan).Kind);

    [Fact]
    public void WhenNothingElseIsSaid_ItIsOff() => Assert.Equal(
        ExitDecision.Hold, TrailingStop.Evaluate(Snapshots.Long(2, null), new TrailingStopPlan()));
}
