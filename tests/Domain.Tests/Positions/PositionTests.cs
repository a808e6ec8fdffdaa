using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Positions;

public sealed class PositionTests
{
    [Fact]
    public void WhenASilenceRuns_OnlyItsRuleIsSilentAndOnlyUntilItsEnd()
    {
        var position = SamplePositions.Option() with { Silences = [new Silence(ExitReason.StopLoss, SampleSession.Noon)] };

        Assert.True(position.IsSilenced(ExitReason.StopLoss, SampleSession.Noon.AddTicks(-1)));
        Assert.False(position.IsSilenced(ExitReason.StopLoss, SampleSession.Noon));
        Assert.False(position.IsSilenced(ExitReason.TakeProfit, SampleSession.Noon.AddTicks(-1)));
    }

    [Theory]
    [InlineData(PositionSide.Long, 2.00)]
    [InlineData(PositionSide.Short, -2.00)]
    public void WhenAnEntryIsValued_DebitsArePositiveAndCreditsNegative(PositionSide side, decimal expected) =>
        Assert.Equal(expected, SamplePositions.Option(side: side).EntryValue);

    [Fact]
    public void WhenTheSymbolIsAnOption_TheUnderlyingIsItsStock() => Assert.Equal("GOOG", SamplePositions.Option().Underlying);

    [Fact]
    public void WhenTheSymbolIsAStock_ItIsItsOwnUnderlying()
    {
        var stock = SamplePositions.Option() with { Structure = SamplePositions.Single("SPY", 590, 100) };

        Assert.Equal(("SPY", 1, false), (stock.Underlying, stock.Multiplier, stock.IsOption));
    }

    [Fact]
    public void WhenThereAreSeveralLegs_TheHandleIsTheId()
    {
        var spread = SamplePositions.Option() with { Id = "SPY-VerticalCredit-261218-20261118-1", Structure = SamplePositions.PutCreditSpread() };

        Assert.Equal((PositionSide.Short, -1.20m, 1.20m), (spread.Side, spread.EntryValue, spread.EntryPrice));
        Assert.Equal(spread.Id, spread.Handle);
        Assert.Equal(SamplePositions.Symbol, SamplePositions.Option().Handle);
    }

    [Theory]
    [InlineData(PositionStatus.Open, true)]
    [InlineData(PositionStatus.AwaitingApproval, true)]
    [InlineData(PositionStatus.Closing, true)]
    [InlineData(PositionStatus.Closed, false)]
    [InlineData(PositionStatus.Expired, false)]
    [InlineData(PositionStatus.ClosedElsewhere, false)]
    [InlineData(PositionStatus.Liquidated, false)]
    [InlineData(PositionStatus.Regrouped, false)]
    public void WhenTheBrokerStillHoldsIt_ItIsLive(PositionStatus status, bool expected) => Assert.Equal(expected, status.IsLive());
}
