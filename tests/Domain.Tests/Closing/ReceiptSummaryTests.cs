using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class ReceiptSummaryTests
{
    private static ExitReceipt Receipt(string id, ExitReason reason, Urgency urgency, double seconds, decimal pnl, decimal? mid, decimal? side = null) => new(
        id, reason, urgency, SampleSession.Noon, TimeSpan.FromSeconds(seconds), pnl, mid is null && side is null ? null : new CloseShortfall(mid, side));

    [Fact]
    public void WhenThereAreNone_ThereAreNoSums() => Assert.Empty(ReceiptSummary.Of([]));

    [Fact]
    public void WhenRulesAndSpeedsDiffer_EachIsSummedByItself()
    {
        var sums = ReceiptSummary.Of(
        [
            Receipt("a", ExitReason.TakeProfit, Urgency.Normal, 10, 100, -5, 2),
            Receipt("b", ExitReason.StopLoss, Urgency.Fast, 4, -60, -8),
            Receipt("c", ExitReason.StopLoss, Urgency.Immediate, 1, -50, -10, 0),
            Receipt("d", ExitReason.StopLoss, Urgency.Immediate, 4, -30.50m, -2.25m, -1),
        ]);

        Assert.Equal(
            [(ExitReason.StopLoss, Urgency.Immediate), (ExitReason.StopLoss, Urgency.Fast), (ExitReason.TakeProfit, Urgency.Normal)],
            sums.Select(sum => (sum.Reason, sum.Urgency)));
        Assert.Equal((2, -80.50m, -12.25m, -1m), (sums[0].Count, sums[0].RealizedPnl, sums[0].AgainstMid, sums[0].AgainstClosingSide));
        Assert.Equal((2.5, 4.0), (sums[0].Mean.TotalSeconds, sums[0].Slowest.TotalSeconds));
    }

    [Fact]
    public void WhenAShortfallIsNotKnown_ItIsCountedAndNotTakenForNothing()
    {
        var sum = Assert.Single(ReceiptSummary.Of(
        [
            Receipt("a", ExitReason.StopLoss, Urgency.Fast, 1, 1, -4),
            Receipt("b", ExitReason.StopLoss, Urgency.Fast, 1, 1, null),
        ]));

        Assert.Equal((-4m, 1, (decimal?)null), (sum.AgainstMid, sum.WithoutMid, sum.AgainstClosingSide));
        Assert.Null(Assert.Single(ReceiptSummary.Of([Receipt("b", ExitReason.StopLoss, Urgency.Fast, 1, 1, null)])).AgainstMid);
    }

    [Fact]
    public void WhenAReceiptIsReadTwice_ItCountsOnce() =>
        Assert.Equal(1, Assert.Single(ReceiptSummary.Of(Enumerable.Repeat(Receipt("a", ExitReason.StopLoss, Urgency.Fast, 1, 1, 1), 2))).Count);
}
