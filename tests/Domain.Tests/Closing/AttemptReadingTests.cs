using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class AttemptReadingTests
{
    [Theory]
    [InlineData(OrderStatus.Accepted, 0, 1, false, BreakerVerdict.Nothing)]
    [InlineData(OrderStatus.PendingNew, 0, 4.9, false, BreakerVerdict.Nothing)]
    [InlineData(OrderStatus.PendingNew, 0, 5, false, BreakerVerdict.Taken)]
    [InlineData(OrderStatus.New, 0, 1, false, BreakerVerdict.Taken)]
    [InlineData(OrderStatus.Accepted, 1, 1, false, BreakerVerdict.Taken)]
    [InlineData(OrderStatus.Filled, 10, 1, false, BreakerVerdict.Taken)]
    [InlineData(OrderStatus.Rejected, 0, 1, false, BreakerVerdict.Refused)]
    [InlineData(OrderStatus.Rejected, 0, 60, false, BreakerVerdict.Refused)]
    [InlineData(OrderStatus.Canceled, 0, 60, false, BreakerVerdict.Nothing)]
    [InlineData(OrderStatus.Canceled, 0, 4.9, true, BreakerVerdict.Nothing)]
    [InlineData(OrderStatus.Canceled, 0, 5, true, BreakerVerdict.Taken)]
    public void WhenItsOrderIsRead_OnlyWhatStandsOrFillsProvesTheBroker(OrderStatus status, decimal filled, double second, bool isAsked, BreakerVerdict verdict)
    {
        var closing = NewClosing().With(Attempt(AttemptOutcome.Accepted) with { Symbol = SamplePositions.Symbol, OrderId = "ours" }).With(Order(status, filled)) with
        {
            CancelRequests = isAsked ? [new CancelRequest("ours", Noon)] : [],
        };

        Assert.Equal(verdict, AttemptReading.VerdictOf(closing, Look(second, 10 - filled), Noon.AddSeconds(second)));
    }

    [Fact]
    public void WhenNothingWasSent_NothingIsSaid() => Assert.Equal(BreakerVerdict.Nothing, AttemptReading.VerdictOf(NewClosing(), Look(1, 10), Noon.AddSeconds(1)));
}
