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
        Assert.Equal(isUnderWay ? Other.Id : null, Of(Other.With(Attempt(AttemptOutcome.Pending, second: 100)), 100 + second).UnderWay);

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
        other => Assert.Null(Of(other, 1).UnderWay));

    [Fact]
    public void WhenOthersKnowTheirOrders_TheyAreTheirs()
    {
        var order = Order(OrderStatus.New);
        Assert.Equal([order.Id], Of(Other with { Orders = [order] }, 1).OrderIds);
        Assert.Empty(Of(Lost with { Orders = [order] }, 1).OrderIds);
    }

    private static OtherClosings Of(PositionClosing other, double second) => OtherClosings.Of(Lost, [Lost, other], Attempt(AttemptOutcome.Pending, second: second).IntentAt);
}
