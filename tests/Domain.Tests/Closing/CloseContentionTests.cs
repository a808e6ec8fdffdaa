using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class CloseContentionTests
{
    private static readonly PositionClosing Small = Named("small", 1);
    private static readonly PositionClosing Large = Named("large", 5);

    private static PositionClosing Named(string id, decimal quantity, Urgency urgency = Urgency.Immediate)
    {
        var closing = NewClosing();
        return closing with
        {
            PositionId = id,
            Structure = SamplePositions.Single(quantity: quantity),
            Trigger = closing.Trigger with { Urgency = urgency },
        };
    }

    private static int Ahead(PositionClosing closing, params PositionClosing[] all) =>
        CloseContention.Ahead(closing, all, false, SampleSession.At(Noon), new ExpirySettings());

    [Fact]
    public void WhenALargerOneIsDue_ItGoesFirst()
    {
        Assert.Equal(1, Ahead(Small, Small, Large));
        Assert.Equal(0, Ahead(Large, Small, Large));
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(5.1, 0)]
    [InlineData(-30, 1)]
    [InlineData(-30.1, 0)]
    public void WhenItIsDueLaterOrLostItsMessage_NobodyWaitsForIt(double due, int ahead) =>
        Assert.Equal(ahead, Ahead(Small, Large with { NextAt = Noon.AddSeconds(due) }));

    [Fact]
    public void WhenItSendsOrWorksOrEnded_ItDoesNotContend()
    {
        Assert.Equal(0, Ahead(Small, Large with { End = CloseEnd.Closed }));
        Assert.Equal(0, Ahead(Small, Large.With(Attempt(AttemptOutcome.Pending))));
        Assert.Equal(0, Ahead(Small, Large.With(Order(OrderStatus.New, quantity: 5))));
        Assert.Equal(0, Ahead(Small, Large.With(Order(OrderStatus.Filled, 5, 5))));
        Assert.Equal(1, Ahead(Small, Large.With(Attempt(AttemptOutcome.Refused))));
    }

    [Fact]
    public void WhenItWaitsForSomethingElse_NobodyWaitsForIt()
    {
        var begun = Large with { Revision = 1 };

        Assert.Equal(0, Ahead(Small, begun));
        Assert.Equal(1, Ahead(Small, begun with { HeldBackSince = Noon }));
    }

    [Fact]
    public void WhenOnlyUrgentOnesMaySend_WalksDoNotContend()
    {
        var walk = Named("walk", 9, Urgency.Fast);

        Assert.Equal(0, CloseContention.Ahead(Small, [walk], true, SampleSession.At(Noon), new ExpirySettings()));
        Assert.Equal(1, CloseContention.Ahead(Small, [walk], false, SampleSession.At(Noon), new ExpirySettings()));
    }

    [Theory]
    [InlineData(5.1, false)]
    [InlineData(5, true)]
    public void WhenAWalkIsNearItsDeadline_ItIsUrgent(double minutes, bool urgent) =>
        Assert.Equal(urgent, CloseContention.IsUrgent(Named("walk", 1, Urgency.Patient), Noon.AddMinutes(minutes), Noon));

    [Theory]
    [InlineData(70, 1)]
    [InlineData(70.001, 0)]
    [InlineData(-30, 1)]
    [InlineData(-30.001, 0)]
    public void WhenCallsAreFew_ThoseWhoRestForTheSameOnesContendToo(double due, int ahead) =>
        Assert.Equal(ahead, AheadForCalls(Small, Large with { NextAt = Noon.AddSeconds(due) }));

    [Fact]
    public void WhenCallsAreFew_ThoseWhoSendGoBeforeThoseWhoOnlyLook()
    {
        var looking = Large.With(Order(OrderStatus.New, quantity: 5));
        Assert.Equal(0, AheadForCalls(Small, Small, looking));
        Assert.Equal(1, AheadForCalls(looking, Small, looking));
        Assert.Equal(1, AheadForCalls(Small.With(Order(OrderStatus.New, quantity: 5)), looking));
        Assert.Equal(0, AheadForCalls(Small, Large with { End = CloseEnd.Closed }));
    }

    private static int AheadForCalls(PositionClosing closing, params PositionClosing[] all) =>
        CloseContention.AheadForCalls(closing, all, TimeSpan.FromSeconds(70), SampleSession.At(Noon), new ExpirySettings());
}
