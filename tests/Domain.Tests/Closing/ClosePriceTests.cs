using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class ClosePriceTests
{
    // The trigger's market was 1.41 / 1.61: mid 1.51.
    private static decimal? Price(Urgency urgency, int step, decimal bid, decimal ask, PositionSide side = PositionSide.Long)
    {
        var closing = NewClosing(side: side);
        closing = closing with { Trigger = closing.Trigger with { Urgency = urgency, Bid = 1.41m, Ask = 1.61m, Price = side == PositionSide.Long ? 1.41m : 1.61m } };
        return ClosePrice.OfStep(closing, WalkPace.Of(urgency)!, step, new Quote(bid, ask, Noon), TickGrid.Fine);
    }

    [Theory]
    [InlineData(Urgency.Fast, 0, 1.51, 1.51)]
    [InlineData(Urgency.Fast, 1, 1.46, 1.56)]
    [InlineData(Urgency.Fast, 2, 1.41, 1.61)]
    [InlineData(Urgency.Normal, 1, 1.47, 1.55)] // a third of the way is 1.4767: sells round down, buys up
    [InlineData(Urgency.Normal, 3, 1.41, 1.61)]
    [InlineData(Urgency.Patient, 0, 1.51, 1.51)]
    [InlineData(Urgency.Patient, 1, 1.49, 1.53)]
    [InlineData(Urgency.Patient, 5, 1.41, 1.61)]
    public void WhenThePriceIsWalked_ItGoesFromTheMidToTheClosingSide(Urgency urgency, int step, decimal sell, decimal buy)
    {
        Assert.Equal(sell, Price(urgency, step, 1.41m, 1.61m));
        Assert.Equal(buy, Price(urgency, step, 1.41m, 1.61m, PositionSide.Short));
    }

    [Theory]
    [InlineData(Urgency.Fast, 1.20)]
    [InlineData(Urgency.Normal, 1.41)]
    [InlineData(Urgency.Patient, 1.41)]
    public void WhenTheMarketFell_SlowWalksStayWithinTheSlippageLimit(Urgency urgency, decimal sell) =>
        Assert.Equal(sell, Price(urgency, WalkPace.Of(urgency)!.Steps - 1, 1.20m, 1.40m));

    [Theory]
    [InlineData(Urgency.Fast, 1.80)]
    [InlineData(Urgency.Normal, 1.61)]
    [InlineData(Urgency.Patient, 1.61)]
    public void WhenTheMarketRose_AShortPositionsSlowWalksDoSo(Urgency urgency, decimal buy) =>
        Assert.Equal(buy, Price(urgency, WalkPace.Of(urgency)!.Steps - 1, 1.60m, 1.80m, PositionSide.Short));

    [Theory]
    [InlineData(3.19, 3.15)]
    [InlineData(3.01, 3.05)] // the bound 3.01 is between ticks: the next one that keeps it
    public void WhenTheBoundIsBetweenTicks_ItIsKept(decimal bid, decimal sell)
    {
        var closing = NewClosing();
        closing = closing with { Trigger = closing.Trigger with { Urgency = Urgency.Normal, Bid = 3.01m, Ask = 3.21m } };

        Assert.Equal(sell, ClosePrice.OfStep(closing, WalkPace.Of(Urgency.Normal)!, 3, new Quote(bid, 3.30m, Noon), TickGrid.Fine));
    }

    [Fact]
    public void WhenTheMarketIsCrossed_TheMidIsThePrice() => Assert.Equal(1.50m, Price(Urgency.Fast, 2, 1.60m, 1.40m));

    [Fact]
    public void WhenASideIsNotQuoted_ThereIsNoPrice() =>
        Assert.Null(ClosePrice.OfStep(NewClosing(), WalkPace.Of(Urgency.Fast)!, 0, new Quote(null, 1.50m, Noon), TickGrid.Fine));

    [Theory]
    [InlineData(1.50, 10, 1.60)]
    [InlineData(9.95, 10, 10)]
    [InlineData(1.501, 10, 1.61)]
    [InlineData(-1.20, 5, -1.10)]
    [InlineData(-0.10, 5, 0.01)] // a net of nothing is no price
    public void WhenLegsCloseAtOnce_ThePriceIsTheNaturalOneAndTheLimitWithinTheWidth(decimal natural, decimal width, decimal price)
    {
        Assert.Equal(price, ClosePrice.AtOnce(natural, width));
        Assert.Equal(10.05m, ClosePrice.AtOnce(9.95m, null));
    }

    [Theory]
    [InlineData(0.90, 1.00, false)]
    [InlineData(0.90, 1.01, true)]
    [InlineData(1.90, 2.10, false)]
    [InlineData(1.90, 2.11, true)]
    public void WhenTheSpreadIsAboveATenthAndADime_AStopDoesNotGoToTheMarketAtOnce(decimal bid, decimal ask, bool isWide) =>
        Assert.Equal(isWide, ClosePrice.IsWide(bid, ask));
}
