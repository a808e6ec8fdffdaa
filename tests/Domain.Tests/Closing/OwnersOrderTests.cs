using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

/// <summary>The owner's resting order holds the quantity, so the broker refuses ours (403).</summary>
public sealed class OwnersOrderTests
{
    private static readonly PositionClosing Refused = NewClosing().With(Attempt(AttemptOutcome.Refused));
    private static readonly Order Resting = Order(OrderStatus.New, id: "owners", second: -3600);

    private static PositionClosing Asked(params double[] seconds) =>
        Refused with { CancelRequests = [.. seconds.Select(second => new CancelRequest("owners", Noon.AddSeconds(second)))] };

    [Fact]
    public void WhenItHoldsTheQuantity_ItIsCancelled() =>
        Assert.Equal(new CloseStep.Cancel(Resting), Refused.See(Look(1, 10, Resting)).Step);

    [Theory]
    [InlineData(10.9, false)]
    [InlineData(11, true)]
    public void WhenTheCancelWasLost_ItIsAskedAgainAfterTenSeconds(double second, bool again)
    {
        var step = Asked(1).See(Look(second, 10, Resting)).Step;

        Assert.Equal(again, step is CloseStep.Cancel);
        Assert.Equal(again ? null : Noon.AddSeconds(second + 1), (step as CloseStep.Wait)?.Until);
    }

    [Theory]
    [InlineData(60.9, false)]
    [InlineData(61, true)]
    public void WhenTheCancelStaysPendingForAMinute_ItIsAlarming(double second, bool alarming)
    {
        var pending = Resting with { Status = OrderStatus.PendingCancel };

        Assert.Equal(alarming, Assert.IsType<CloseStep.Wait>(Asked(1).See(Look(second, 10, pending)).Step).IsAlarming);
    }

    [Fact]
    public void WhenCancelsAreLostForAMinute_ItIsAlarming() =>
        Assert.True(Assert.IsType<CloseStep.Wait>(Asked(1, 11, 21, 31, 41, 51, 61).See(Look(62, 10, Resting)).Step).IsAlarming);

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void WhenTheOwnerCancelledAndItStaysPending_ItIsAlarmingAfterAMinute(double second, bool alarming)
    {
        var pending = Resting with { Status = OrderStatus.PendingCancel };

        Assert.Equal(alarming, Assert.IsType<CloseStep.Wait>(Refused.See(Look(second, 10, pending)).Step).IsAlarming);
    }

    [Fact]
    public void WhenTheCancelIsConfirmed_ItSubmits() =>
        Assert.Equal(Close(10), Asked(1).See(Look(3, 10, Resting with { Status = OrderStatus.Canceled })).Step);

    [Fact]
    public void WhenItFilledWhileItWasCancelled_OnlyTheRestIsSubmitted() =>
        Assert.Equal(
            Close(7),
            Asked(1).See(Look(3, 7, Resting with { Status = OrderStatus.Canceled, FilledQuantity = 3 })).Step);

    [Theory]
    [InlineData(59, true, false)]
    [InlineData(60, true, true)]
    [InlineData(60, false, false)]
    public void WhenItWasTakenForOursAndDoesNotFill_ItIsCancelledAfterAMinute(double second, bool isPermitted, bool cancels)
    {
        var mistaken = Order(OrderStatus.New, id: "owners");
        var closing = NewClosing().With(Attempt(AttemptOutcome.Unknown)).See(Look(1, 10, mistaken)).Closing;

        var step = closing.See(Look(second, null, mistaken), isPermitted).Step;

        Assert.Equal(cancels, step is CloseStep.Cancel);
        Assert.Equal(!cancels, step is CloseStep.Wait);
    }
}
