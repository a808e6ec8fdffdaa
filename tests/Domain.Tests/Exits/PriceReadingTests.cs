using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

/// <summary>What "why" says of the trailing stop, and how far the underlying is from each price.</summary>
public sealed class PriceReadingTests
{
    private static readonly ExitPlan Trailing = new() { TrailingStop = new TrailingStopPlan { Enabled = true } };

    private static RuleReading Read(PositionSnapshot snapshot, ExitReason rule, ExitPlan? plan = null) =>
        ExitExplanation.Read(snapshot, plan ?? Trailing).Single(reading => reading.Rule == rule);

    [Theory]
    [InlineData(2.40, 0.20, 0.10, DecisionKind.Hold)]
    [InlineData(2.31, 0.155, 0.01, DecisionKind.Hold)]
    [InlineData(2.30, 0.15, 0.00, DecisionKind.Close)]
    [InlineData(2.29, 0.145, 0.00, DecisionKind.Close)]
    public void WhenALongPositionGaveBack_TheReadingFollowsItsBest(decimal bid, decimal value, decimal distance, DecisionKind expected)
    {
        var reading = Read(Snapshots.Long(2, bid) with { BestValue = 2.60m }, ExitReason.TrailingStop);

        Assert.Equal((value, 0.15m, 2.30m), (reading.Value, reading.Threshold, reading.FiresAt));
        Assert.Equal((distance, expected), (reading.Distance, reading.Decision.Kind));
    }

    [Theory]
    [InlineData(1.60, 0.20, 0.10, DecisionKind.Hold)]
    [InlineData(1.70, 0.15, 0.00, DecisionKind.Close)]
    public void WhenACreditGaveBack_TheReadingNamesWhatItCosts(decimal cost, decimal value, decimal distance, DecisionKind expected)
    {
        var reading = Read(Snapshots.Credit(2, cost) with { BestValue = -1.40m }, ExitReason.TrailingStop);

        Assert.Equal((value, 0.15m, 1.70m), (reading.Value, reading.Threshold, reading.FiresAt));
        Assert.Equal((distance, expected), (reading.Distance, reading.Decision.Kind));
    }

    [Theory]
    [InlineData(2.49, null)]
    [InlineData(2.50, 2.20)]
    public void WhenItIsNotArmed_NoPriceFiresIt(decimal best, double? firesAt)
    {
        var reading = Read(Snapshots.Long(2, 2.40m) with { BestValue = best }, ExitReason.TrailingStop);

        Assert.Equal((0.10m, (decimal?)firesAt), (reading.Threshold, reading.FiresAt));
        Assert.Equal(firesAt is null, reading.Distance is null);
    }

    [Theory]
    [InlineData(0.5, -0.60, 2.40)] // a call loses by a fall
    [InlineData(-0.5, 0.60, -2.40)] // a put by a rise
    public void WhenDeltaIsKnown_TheUnderlyingsMoveToEachPriceIs(decimal delta, decimal toStop, decimal toProfit)
    {
        var snapshot = Snapshots.Long(2, 1.80m) with { NetDelta = delta };

        Assert.Equal(toStop, Read(snapshot, ExitReason.StopLoss).UnderlyingDistance);
        Assert.Equal(toProfit, Read(snapshot, ExitReason.TakeProfit).UnderlyingDistance);
    }

    [Fact]
    public void WhenASoldPutSpreadIsRead_AFallStopsItAndARiseIsItsProfit()
    {
        var snapshot = Snapshots.Credit(2, 2.50m) with { NetDelta = 0.25m };

        Assert.Equal((6.00m, -14m), (Read(snapshot, ExitReason.StopLoss).FiresAt, Read(snapshot, ExitReason.StopLoss).UnderlyingDistance));
        Assert.Equal((1.00m, 6m), (Read(snapshot, ExitReason.TakeProfit).FiresAt, Read(snapshot, ExitReason.TakeProfit).UnderlyingDistance));
    }

    [Fact]
    public void WhenARuleIsPastItsPrice_NothingIsLeftToMove() =>
        Assert.Equal(0, Read(Snapshots.Long(2, 1.49m) with { NetDelta = 0.5m }, ExitReason.StopLoss).UnderlyingDistance);

    [Theory]
    [InlineData(null, 1.80)]
    [InlineData(0.0, 1.80)]
    [InlineData(0.5, null)]
    public void WhenDeltaOrPriceIsMissing_TheMoveIsNotKnown(double? delta, double? bid) =>
        Assert.Null(Read(Snapshots.Long(2, (decimal?)bid) with { NetDelta = (decimal?)delta }, ExitReason.StopLoss).UnderlyingDistance);
}
