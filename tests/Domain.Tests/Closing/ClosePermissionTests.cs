using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

/// <summary>The closing protocol in Monitor and Halted.</summary>
public sealed class ClosePermissionTests
{
    [Fact]
    public void WhenAutomaticOrdersAreOff_ARulesCloseIsWithdrawn()
    {
        Assert.Equal(CloseEnd.Withdrawn, Assert.IsType<CloseStep.Settle>(NewClosing().Next(0, isPermitted: false)).End);
        Assert.Equal(CloseEnd.Withdrawn, Assert.IsType<CloseStep.Settle>(NewClosing().With(Attempt(AttemptOutcome.Refused)).Next(5, isPermitted: false)).End);
    }

    [Fact]
    public void WhenAutomaticOrdersAreOff_TheOwnersCloseGoesOn()
    {
        Assert.Equal(Close(10), NewClosing(CloseAuthority.Owner).Next(0, isPermitted: false));
        Assert.IsType<CloseStep.LookAtAll>(NewClosing(CloseAuthority.Owner).With(Attempt(AttemptOutcome.Refused)).Next(5, isPermitted: false));
    }

    [Theory]
    [InlineData(AttemptOutcome.Pending)]
    [InlineData(AttemptOutcome.Unknown)]
    public void WhenAutomaticOrdersAreOff_AnOpenQuestionIsStillAnswered(AttemptOutcome outcome)
    {
        var closing = NewClosing().With(Attempt(outcome));

        Assert.IsType<CloseStep.LookAtAll>(closing.Next(20, isPermitted: false));
        (closing, var step) = closing.See(Look(20, 10), isPermitted: false);
        Assert.IsType<CloseStep.Wait>(step);
        Assert.Equal(CloseEnd.Withdrawn, Assert.IsType<CloseStep.Settle>(closing.See(Look(30, 10), isPermitted: false).Step).End);
    }

    [Fact]
    public void WhenAutomaticOrdersAreOff_AWorkingOrderIsStillFollowed() =>
        Assert.IsType<CloseStep.LookAtOrders>(
            NewClosing().With(Attempt(AttemptOutcome.Accepted)).With(Order(OrderStatus.New)).Next(1, isPermitted: false));
}
