using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class OtherClosingsTests
{
    private static readonly PositionClosing Lost = NewClosing().With(Attempt(AttemptOutcome.Unknown));
    private static readonly PositionClosing Other = NewClosing() with { PositionId = "other" };

    [Theory]
    [InlineData(14.9, true)]
    [InlineData(15, false)]
    public void WhenAnotherAskedForTheSameJustNow_ItsOrderMayBeWhatIsFound(double second, bool isUnderWay) =>
        Assert.Equal(isUnderWay ? Other.Id : null, UnderWay(Other.With(Attempt(AttemptOutcome.Pending, second: 100)), 100 + second)?.Id);

    [Fact]
    public void WhenItsOrderCannotLookTheSame_NothingIsUnderWay() => Assert.All(
        [
            Other.With(Attempt(AttemptOutcome.Unknown)),
            Other.With(Attempt(AttemptOutcome.Accepted)),
            Other.With(Attempt(AttemptOutcome.Pending, quantity: 9)),
            Other.With(Attempt(AttemptOutcome.Pending) with { ClientOrderId = "xd-1" }),
            Other.With(Attempt(AttemptOutcome.Pending)) with { End = CloseEnd.Withdrawn },
            Other.With(Attempt(AttemptOutcome.Pending)) with { Structure = SamplePositions.Single("GOOG151224C00755000") },
            Other,
            Lost,
        ],
        other => Assert.Null(UnderWay(other, 1)));

    [Fact]
    public void WhenOthersKnowTheirOrders_TheyAreTheirs()
    {
        var order = Order(OrderStatus.New);
        Assert.Equal([order.Id], OtherClosings.In(Look(1, 10), [Lost, Other with { Orders = [order] }], Lost).OfOtherClosings);
        Assert.Empty(OtherClosings.In(Look(1, 10), [Lost with { Orders = [order] }, Other], Lost).OfOtherClosings);
    }

    private static PositionClosing? UnderWay(PositionClosing other, double second) =>
        OtherClosings.UnderWay([Lost, other], Lost, Attempt(AttemptOutcome.Pending, second: second).IntentAt);
}
