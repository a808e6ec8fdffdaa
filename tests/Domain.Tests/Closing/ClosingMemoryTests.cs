using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class ClosingMemoryTests
{
    private static PositionClosing After(int attempts, AttemptOutcome outcome = AttemptOutcome.Refused) => Enumerable.Range(0, attempts)
        .Aggregate(NewClosing(), (closing, minute) => Added(closing, minute).WithOutcome(outcome));

    private static PositionClosing Added(PositionClosing closing, int minute) =>
        CloseIntent.Of(closing, Close(10), Noon.AddMinutes(minute), "");

    [Theory]
    [InlineData(20, 20)]
    [InlineData(21, 20)]
    [InlineData(400, 20)]
    public void WhenAttemptsFailForHours_TheLastOnesAreRememberedAndAllAreCounted(int made, int remembered)
    {
        var closing = After(made);

        Assert.Equal(remembered, closing.Attempts.Count);
        Assert.Equal((made, made, made), (closing.AttemptsMade, closing.Failures, closing.LastAttempt!.Number));
    }

    [Fact]
    public void WhenTheBrokerLimitsTheRateForHours_AllAreCounted()
    {
        var closing = After(400, AttemptOutcome.RateLimited);

        Assert.Equal((0, 400), (closing.Failures, closing.RateLimits));
    }

    [Fact]
    public void WhenAttemptsAreForgotten_TheNextStepIsTheSame()
    {
        var closing = After(200);
        var last = 199 * 60;

        Assert.Equal(Noon.AddSeconds(last + 60), Assert.IsType<CloseStep.Wait>(closing.Next(last + 59.9)).Until);
        Assert.Equal(Close(10), closing.See(Look(last + 60, 10)).Step);
    }

    [Fact]
    public void WhenOrdersEndedWithoutAFill_TheyAreForgottenAsFailuresAndFillsStay()
    {
        var closing = NewClosing();
        for (var minute = 0; minute < 30; minute++)
        {
            var order = Order(OrderStatus.Rejected, id: $"order-{minute}") with { FilledQuantity = minute == 3 ? 1 : 0 };
            closing = Added(closing, minute).WithOutcome(AttemptOutcome.Accepted, order.Id);
            closing = closing with { Orders = [.. closing.Orders, order] };
        }

        Assert.Equal(29, closing.Failures);
        Assert.Equal(1, closing.FilledQuantity);
        Assert.Equal(21, closing.Orders.Count);
        Assert.Contains(closing.Attempts, attempt => attempt.OrderId == "order-3");
    }

    [Fact]
    public void WhenAnOldOrderStillWorks_ItIsRemembered()
    {
        var closing = Added(NewClosing(), 0).WithOutcome(AttemptOutcome.Accepted, "works") with { Orders = [Order(OrderStatus.New, id: "works")] };
        for (var minute = 1; minute < 40; minute++)
        {
            closing = Added(closing, minute).WithOutcome(AttemptOutcome.Refused);
        }

        Assert.Equal("works", closing.Attempts[0].OrderId);
        Assert.Single(closing.Orders);
    }

    [Fact]
    public void WhenRaised_FailuresCountAnew()
    {
        var trigger = NewClosing().Trigger;
        var calm = After(400) with { Trigger = trigger with { Urgency = Urgency.Fast } };
        var raised = CloseRaise.Apply(calm, trigger)!;

        Assert.Equal((0, 400), (raised.Failures, raised.RaisedAfter));
        Assert.Equal(1, Added(raised, 401).WithOutcome(AttemptOutcome.Refused).Failures);
    }

    [Fact]
    public void WhenLimitOrdersWereTried_TheyAreNeverForgotten()
    {
        var limit = new CloseStep.SubmitLimit(OrderLeg.Of(SamplePositions.Symbol, PositionIntent.SellToClose), 10, 1.50m, null);
        var closing = CloseIntent.Of(NewClosing(), limit, Noon, "id").WithOutcome(AttemptOutcome.Refused);
        for (var minute = 1; minute < 100; minute++)
        {
            closing = Added(closing, minute).WithOutcome(AttemptOutcome.Refused);
        }

        Assert.Equal("id", closing.Attempts[0].ClientOrderId);
        Assert.Equal(100, closing.Failures);
    }

    [Fact]
    public void WhenACancelIsAskedForHours_TheFirstAndTheLastTwoAreRemembered()
    {
        IReadOnlyList<CancelRequest> requests = [new("other", Noon)];
        for (var i = 0; i < 400; i++)
        {
            requests = ClosingMemory.With(requests, new CancelRequest("owners", Noon.AddSeconds(10 * i)));
        }

        Assert.Equal([("other", 0.0), ("owners", 0.0), ("owners", 3980.0), ("owners", 3990.0)], requests.Select(request => (request.OrderId, (request.At - Noon).TotalSeconds)));
    }
}
