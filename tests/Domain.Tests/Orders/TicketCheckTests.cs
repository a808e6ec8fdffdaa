using ExitDesk.Domain.Orders;
using Xunit;

namespace ExitDesk.Domain.Tests.Orders;

public sealed class TicketCheckTests
{
    private const string Call = "GOOG151224C00750000";
    private const string Put = "GOOG151224P00740000";

    private static readonly OrderTicket One = new("xd-1", [OrderLeg.Of(Call, PositionIntent.SellToClose)], 2, 1.35m);

    private static readonly OrderTicket Spread = new(
        "xd-1", [OrderLeg.Of(Call, PositionIntent.BuyToClose), OrderLeg.Of(Put, PositionIntent.SellToClose, 2)], 1, -0.45m);

    [Fact]
    public void WhenNothingIsWrong_ThereIsNoProblem()
    {
        Assert.Null(TicketCheck.Problem(One));
        Assert.Null(TicketCheck.Problem(One with { LimitPrice = null }));
        Assert.Null(TicketCheck.Problem(Spread));
        Assert.Null(TicketCheck.Problem(Spread with { LimitPrice = 0 }));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void WhenTheIdIsTooShortOrTooLong_ItIsRefused(int length, bool isFine) =>
        Assert.Equal(isFine, TicketCheck.Problem(One with { ClientOrderId = new string('x', length) }) is null);

    [Theory]
    [InlineData("1.35", true)]
    [InlineData("1.350", true)]
    [InlineData("1.355", false)]
    [InlineData("0.01", true)]
    [InlineData("0", false)]
    [InlineData("-0.01", false)]
    public void WhenAnOptionsPriceIsFinerThanACentOrNotAboveZero_ItIsRefused(string price, bool isFine) =>
        Assert.Equal(isFine, TicketCheck.Problem(One with { LimitPrice = Number(price) }) is null);

    [Theory]
    [InlineData("-0.45", true)]
    [InlineData("-0.455", false)]
    public void WhenANetIsFinerThanACent_ItIsRefused(string price, bool isFine) =>
        Assert.Equal(isFine, TicketCheck.Problem(Spread with { LimitPrice = Number(price) }) is null);

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("1.5", false)]
    public void WhenTheQuantityIsNotWholeOrNotAboveZero_OptionsAreRefused(string quantity, bool isFine)
    {
        Assert.Equal(isFine, TicketCheck.Problem(One with { Quantity = Number(quantity) }) is null);
        Assert.Equal(isFine, TicketCheck.Problem(Spread with { Quantity = Number(quantity) }) is null);
    }

    [Fact]
    public void WhenItIsAStock_PartsOfAShareAndOfACentAreFine() => Assert.Null(TicketCheck.Problem(
        new OrderTicket("xd-1", [OrderLeg.Of("GOOG", PositionIntent.SellToClose)], 0.5m, 0.1234m) { StopPrice = 0.2m }));

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, true)]
    [InlineData(2, 3, true)]
    [InlineData(2, 2, false)]
    [InlineData(2, 4, false)]
    [InlineData(0, 1, false)]
    [InlineData(-1, 1, false)]
    public void WhenRatiosAreNotInLowestTerms_TheyAreRefused(int first, int second, bool isFine)
    {
        var ticket = Spread with
        {
            Legs = [OrderLeg.Of(Call, PositionIntent.BuyToClose, first), OrderLeg.Of(Put, PositionIntent.SellToClose, second)],
        };

        Assert.Equal(isFine, TicketCheck.Problem(ticket) is null);
    }

    [Fact]
    public void WhenLegsAreNoneOrTooManyOrTwiceTheSameOrStock_TheyAreRefused()
    {
        OrderLeg[] five = [.. Enumerable.Range(700, 5).Select(strike => OrderLeg.Of($"GOOG151224C00{strike}000", PositionIntent.SellToClose))];

        Assert.NotNull(TicketCheck.Problem(Spread with { Legs = [] }));
        Assert.Null(TicketCheck.Problem(Spread with { Legs = five[..4] }));
        Assert.NotNull(TicketCheck.Problem(Spread with { Legs = five }));
        Assert.NotNull(TicketCheck.Problem(Spread with { Legs = [five[0], five[0]] }));
        Assert.NotNull(TicketCheck.Problem(Spread with { Legs = [five[0], OrderLeg.Of("GOOG", PositionIntent.SellToClose)] }));
    }

    [Fact]
    public void WhenSideAndIntentDisagree_ItIsRefused() => Assert.NotNull(TicketCheck.Problem(
        One with { Legs = [new OrderLeg(Call, 1, OrderSide.Buy, PositionIntent.SellToClose)] }));

    [Fact]
    public void WhenSeveralLegsHaveAStop_TheyAreRefused() => Assert.NotNull(TicketCheck.Problem(Spread with { StopPrice = 1m }));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
