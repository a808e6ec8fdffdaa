using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Expiry;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

public sealed class ExpiryRecordsTests
{
    private const string Short = "GOOG151224P00750000";
    private const string Long = "GOOG151224P00740000";
    private static readonly DateTimeOffset At = new(2015, 12, 24, 19, 55, 0, TimeSpan.Zero);

    private static readonly Structure Spread = new(
        StructureKind.VerticalCredit, [new PositionLeg(Short, -1, 4m, 100), new PositionLeg(Long, 1, 2m, 100)], 2);

    [Theory]
    [InlineData(760, 0, 1)]
    [InlineData(745, 2, 0)]
    [InlineData(735, 4, 0)]
    public void WhenASpreadIsClosed_TheLegThatWentAlongIsNoFalseAlarm(int final, int prevented, int falseAlarms)
    {
        var summary = Summarize(Position(PositionStatus.Closed), Closing(CloseAuthority.Rule, ExitReason.ExerciseRisk), final);
        Assert.Equal(prevented, summary.PreventedQuantity);
        Assert.Equal(falseAlarms, summary.FalseAlarms);
        Assert.Equal(1, summary.AtRisk);
        Assert.Null(summary.Shortfall);
    }

    [Theory]
    [InlineData(CloseAuthority.Owner, ExitReason.ExerciseRisk)]
    [InlineData(CloseAuthority.Rule, ExitReason.StopLoss)]
    public void WhenTheLadderDidNotOrderIt_ItIsNoCloseOfTheLadder(CloseAuthority authority, ExitReason reason) =>
        Assert.Equal(0, Summarize(Position(PositionStatus.Closed), Closing(authority, reason), 760m).Closed);

    [Theory]
    [InlineData(PositionStatus.Open, 2)]
    [InlineData(PositionStatus.AwaitingApproval, 2)]
    [InlineData(PositionStatus.Closing, 2)]
    [InlineData(PositionStatus.Expired, 2)]
    [InlineData(PositionStatus.Exercised, 2)]
    [InlineData(PositionStatus.Assigned, 2)]
    [InlineData(PositionStatus.Closed, 0)]
    [InlineData(PositionStatus.ClosedElsewhere, 0)]
    [InlineData(PositionStatus.Liquidated, 0)]
    [InlineData(PositionStatus.Regrouped, 0)]
    public void WhenTheDayEnds_OnlyWhatWasHeldThroughTheCloseIsLeft(PositionStatus status, int left) =>
        Assert.Equal(left, Summarize(Position(status), null, 745m).MissedQuantity);

    [Fact]
    public void WhenALegLivesOn_ItHasNoRecord()
    {
        var calendar = new Structure(
            StructureKind.CalendarSpread, [new PositionLeg(Short, -1, 4m, 100), new PositionLeg("GOOG160115P00750000", 1, 9m, 100)], 1);
        Assert.Equal(Short, Assert.Single(Summarize(Position(PositionStatus.Open, calendar), null, 745m).Lines).Contract.Symbol);
    }

    private static ExpirySummary Summarize(Position position, PositionClosing? closing, decimal final) =>
        ExpirySummary.Of(ExpiryBench.Day, ExpiryRecords.Of(Watch(), position, closing is null ? [] : [closing], _ => final));

    private static ExpiryWatch Watch()
    {
        var contract = new OptionContract("GOOG", ExpiryBench.Day, OptionRight.Put, 750m);
        var assessment = new ExpiryAssessment(
            contract, ExpiryRung.CloseFast, ExpiryAction.CloseFast, Moneyness.Known(0.001m), 0, new ExpiryRisk(1, RiskLevel.High), null, 0.01m, At, TimeSpan.FromMinutes(5));
        return new ExpiryWatch("p", ExpiryBench.Day, assessment, assessment);
    }

    private static Position Position(PositionStatus status, Structure? structure = null) => new("p", structure ?? Spread, At, status, Management.Managed);

    private static PositionClosing Closing(CloseAuthority authority, ExitReason reason) =>
        new("p", 1, Spread, new CloseTrigger(reason, Urgency.Fast, authority, "test", At, 1m, 2m, 2m, null, null))
        {
            Orders =
            [
                new Order("o", "c", "", OrderSide.Buy, 2, 2, 2m, OrderStatus.Filled, "filled", At, At)
                {
                    Legs =
                    [
                        new LegReport("l1", Short, OrderSide.Buy, PositionIntent.BuyToClose, 2, 2, 3m),
                        new LegReport("l2", Long, OrderSide.Sell, PositionIntent.SellToClose, 2, 2, 1m),
                    ],
                },
            ],
        };
}
