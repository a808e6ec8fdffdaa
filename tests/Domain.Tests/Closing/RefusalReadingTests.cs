using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class RefusalReadingTests
{
    private static readonly PositionClosing Refused = NewClosing().With(Attempt(AttemptOutcome.Refused) with { Symbol = SamplePositions.Symbol });

    [Theory]
    [InlineData(0, true)] // flat: 404
    [InlineData(-10, true)]
    [InlineData(9, true)] // less than asked
    [InlineData(10, false)]
    [InlineData(11, false)]
    public void WhenPositionIsRead_ItSaysWhy(decimal held, bool explained) =>
        Assert.Equal(explained, RefusalReading.IsExplained(Refused, Look(1, held)));

    [Theory]
    [InlineData(OrderSide.Sell, 10, true)]
    [InlineData(OrderSide.Sell, 1, true)]
    [InlineData(OrderSide.Buy, 10, true)]
    public void WhenAnotherOrderHoldsTheQuantityOrOpposes_ItSaysWhy(OrderSide side, decimal quantity, bool explained) => Assert.Equal(
        explained, RefusalReading.IsExplained(Refused, Look(1, 10, Order(OrderStatus.New, quantity: quantity, id: "owners", side: side))));

    [Theory]
    [InlineData(AttemptOutcome.Unknown)]
    [InlineData(AttemptOutcome.RateLimited)]
    [InlineData(AttemptOutcome.Accepted)]
    public void WhenItWasNoRefusal_ThereIsNothingToJudge(AttemptOutcome outcome) =>
        Assert.Null(RefusalReading.IsExplained(NewClosing().With(Attempt(outcome)), Look(1, 10)));

    [Theory]
    [InlineData(OrderStatus.Rejected, 0, 10, false)]
    [InlineData(OrderStatus.Rejected, 0, 9, true)]
    [InlineData(OrderStatus.Rejected, 1, 10, null)]
    [InlineData(OrderStatus.Canceled, 0, 10, null)]
    [InlineData(OrderStatus.Expired, 0, 10, null)]
    public void WhenItsOrderIsRejectedLater_ThatIsARefusalToo(OrderStatus status, decimal filled, decimal held, bool? explained)
    {
        var accepted = Attempt(AttemptOutcome.Accepted) with { Symbol = SamplePositions.Symbol, OrderId = "ours" };
        Assert.Equal(explained, RefusalReading.IsExplained(NewClosing().With(accepted).With(Order(status, filled)), Look(1, held)));
    }

    [Fact]
    public void WhenOnlyOrdersWereRead_ThereIsNothingToJudge()
    {
        Assert.Null(RefusalReading.IsExplained(Refused, Look(1, null)));
        Assert.Null(RefusalReading.IsExplained(Refused, null));
    }
}
