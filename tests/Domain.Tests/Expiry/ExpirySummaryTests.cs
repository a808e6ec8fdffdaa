using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Expiry.ExpirySamples;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class ExpirySummaryTests
{
    private static readonly ExpiryAssessment Card = Assess(-0.0199m, 1_800);
    private static readonly ExpiryAssessment Fast = Assess(0.0001m, 300);

    /// <summary>A call of strike 100; T2 is 0.014207…, so a false alarm finishes below 98.5793.</summary>
    private static ExpiryRecord Record(
        decimal? final, ExpiryAssessment[] assessments, ExpiryClose[] closes, decimal left = 0, PositionSide side = PositionSide.Long) =>
        new(Contract(), side, 100, assessments, closes, left, final);

    private static ExpiryClose Close(decimal quantity, decimal price, decimal? trigger) => new(Deadline, quantity, price, trigger);

    [Theory]
    [InlineData(98.57, true)]
    [InlineData(98.58, false)]
    [InlineData(99.00, false)]
    [InlineData(100.01, false)]
    [InlineData(null, null)]
    public void WhenClosedAndFarOutAtTheEnd_ItWasAFalseAlarm(double? final, bool? expected) =>
        Assert.Equal(expected, ExpirySummaryLine.Of(Record((decimal?)final, [Card, Fast], [Close(1, 0.50m, 0.50m)])).IsFalseAlarm);

    [Fact]
    public void WhenNothingWasClosed_ThereIsNoAlarmToJudge() =>
        Assert.Null(ExpirySummaryLine.Of(Record(90m, [Card], [], left: 1)).IsFalseAlarm);

    [Theory]
    [InlineData(PositionSide.Long, 0.48, 2)]
    [InlineData(PositionSide.Long, 0.50, 0)]
    [InlineData(PositionSide.Long, 0.51, -1)]
    [InlineData(PositionSide.Short, 0.52, 2)]
    [InlineData(PositionSide.Short, 0.49, -1)]
    public void WhenFilledAwayFromTheTrigger_TheShortfallIsWhatItCost(PositionSide side, double price, double dollars)
    {
        var line = ExpirySummaryLine.Of(Record(101m, [Fast], [Close(1, (decimal)price, 0.50m)], side: side));

        Assert.Equal((decimal)dollars, line.Shortfall);
        Assert.Equal((decimal)dollars / 100, line.ShortfallPerShare);
    }

    [Fact]
    public void WhenATriggerPriceIsUnknown_ItsFillIsLeftOutOfTheShortfall()
    {
        var line = ExpirySummaryLine.Of(Record(101m, [Fast], [Close(3, 0.48m, 0.50m), Close(5, 0.10m, null)]));

        Assert.Equal((8m, 300m, 6m), (line.ClosedQuantity, line.PricedShares, line.Shortfall));
        Assert.Null(ExpirySummaryLine.Of(Record(101m, [Fast], [Close(5, 0.10m, null)])).Shortfall);
    }

    [Fact]
    public void WhenTheDayRose_TheWorstOfItIsKept()
    {
        var line = ExpirySummaryLine.Of(Record(101m, [Card, Fast, Assess(-0.05m, 100)], []));

        Assert.Equal((ExpiryAction.CloseFast, RiskLevel.High), (line.Action, line.Level));
        Assert.True(line.IsAtRisk);
    }

    [Fact]
    public void WhenTheLadderNeverSpoke_NothingWasAtRisk()
    {
        var line = ExpirySummaryLine.Of(Record(50m, [ExpiryAssessment.NotExpiring], [], left: 2));

        Assert.False(line.IsAtRisk);
        Assert.Equal(0, line.MissedQuantity);
    }

    [Fact]
    public void WhenADayIsSummedUp_EachKindIsCounted()
    {
        var summary = ExpirySummary.Of(
            SampleSession.Day,
            [
                Record(101m, [Card, Fast], [Close(3, 0.48m, 0.50m)], left: 1),
                Record(90m, [Card, Fast], [Close(1, 0.60m, 0.50m)]),
                Record(null, [Fast], [Close(2, 0.50m, null)]),
                Record(99m, [Card], [], left: 4),
                Record(50m, [], [], left: 4),
            ]);

        Assert.Equal((4, 3, 1, 1), (summary.AtRisk, summary.Closed, summary.FalseAlarms, summary.Unknown));
        Assert.Equal((3m, 1m, 0.75m), (summary.PreventedQuantity, summary.MissedQuantity, summary.PreventionRate));
        Assert.Equal(0.5m, summary.FalseAlarmRate);
        Assert.Equal((-4m, -0.01m), (summary.Shortfall, summary.ShortfallPerShare));
    }

    [Fact]
    public void WhenNothingExpired_ThereAreNoRates()
    {
        var summary = ExpirySummary.Of(SampleSession.Day, []);

        Assert.Equal((0, 0, 0, 0), (summary.AtRisk, summary.Closed, summary.FalseAlarms, summary.Unknown));
        Assert.Null(summary.FalseAlarmRate);
        Assert.Null(summary.PreventionRate);
        Assert.Null(summary.Shortfall);
        Assert.Null(summary.ShortfallPerShare);
    }
}
