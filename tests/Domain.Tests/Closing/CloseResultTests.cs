using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class CloseResultTests
{
    private static Fill Fill(decimal quantity, decimal price, OrderSide side = OrderSide.Sell) =>
        new("1", "order", SamplePositions.Symbol, side, quantity, price, SampleSession.Noon);

    [Theory]
    [InlineData(PositionSide.Long, 17.15, 22.50, 6, 3210.00)]
    [InlineData(PositionSide.Long, 5.75, 4.31, 26, -3744.00)]
    [InlineData(PositionSide.Short, 1.50, 4.50, 1, -300.00)]
    [InlineData(PositionSide.Short, 1.50, 0.75, 2, 150.00)]
    public void WhenAPositionIsClosedAtOnePrice_TheProfitIsTheDifference(
        PositionSide side, decimal entry, decimal price, decimal quantity, decimal expected) =>
        Assert.Equal(expected, CloseResult.RealizedPnl(side, entry, 100, [Fill(quantity, price)]));

    [Fact]
    public void WhenFillsHavePricesOfTheirOwn_EachCounts() =>
        Assert.Equal(-97m, CloseResult.RealizedPnl(PositionSide.Long, 2, 100, [Fill(1, 1.50m), Fill(1, 1.53m)]));

    [Theory]
    [InlineData(2.00005, -0.01)]
    [InlineData(1.99995, 0.01)]
    [InlineData(2.00004, 0.00)]
    public void WhenTheEntryIsAnAverage_TheCentIsRoundedAwayFromZero(decimal entry, decimal expected) =>
        Assert.Equal(expected, CloseResult.RealizedPnl(PositionSide.Long, entry, 100, [Fill(1, 2)]));

    [Fact]
    public void WhenFillsAreOnBothSides_CashIsTheirDifference() =>
        Assert.Equal(50m, CloseResult.Cash([Fill(2, 1.50m), Fill(2, 1.25m, OrderSide.Buy)], 100));

    [Fact]
    public void WhenNothingFilled_NothingIsRealized() => Assert.Equal(0m, CloseResult.RealizedPnl(PositionSide.Long, 2, 100, []));
}
