using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

/// <summary>The closing protocol at the edges of the session.</summary>
public sealed class CloseSessionTests
{
    [Theory]
    [InlineData(15.1, true)]
    [InlineData(15, false)]
    [InlineData(1, false)]
    public void WhenTheCloseIsNear_NothingIsSubmitted(double secondsBeforeClose, bool submits)
    {
        var step = CloseProtocol.Next(NewClosing(), new CloseFacts(SampleSession.At(SampleSession.CloseAt.AddSeconds(-secondsBeforeClose)), true));

        Assert.Equal(submits, step is CloseStep.SubmitClosePosition);
        Assert.Equal(submits, step is not CloseStep.Wait);
    }

    [Fact]
    public void WhenTheMarketIsClosed_ItWaitsForAMinuteAfterTheNextOpenAndSaysSo()
    {
        var wait = Assert.IsType<CloseStep.Wait>(CloseProtocol.Next(NewClosing(), new CloseFacts(SampleSession.Closed, true)));

        Assert.Equal((SampleSession.NextOpenAt.AddSeconds(60), true), (wait.Until, wait.IsAlarming));
    }

    [Fact]
    public void WhenTheOwnerAsksWhileTheMarketIsClosed_WaitingIsNoAlarm() =>
        Assert.False(Assert.IsType<CloseStep.Wait>(CloseProtocol.Next(NewClosing(CloseAuthority.Owner), new CloseFacts(SampleSession.Closed, true))).IsAlarming);

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void WhenItWaitedForTheOpen_AnEarlyMessageDoesNotSendItIntoTheFirstMinute(int secondsAfterOpen, bool submits)
    {
        var closing = Overnight(CloseAuthority.Owner);

        var step = CloseProtocol.Next(closing, new CloseFacts(SampleSession.At(SampleSession.OpenAt.AddSeconds(secondsAfterOpen)), true));

        Assert.Equal(submits, step is CloseStep.SubmitClosePosition);
        Assert.Equal(submits ? null : SampleSession.OpenAt.AddSeconds(60), (step as CloseStep.Wait)?.Until);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void WhenARulesCloseWaitedOverNight_ItsRuleIsAskedAgain(int secondsAfterOpen, bool settles)
    {
        var step = CloseProtocol.Next(Overnight(CloseAuthority.Rule), new CloseFacts(SampleSession.At(SampleSession.OpenAt.AddSeconds(secondsAfterOpen)), true));

        Assert.Equal(settles ? CloseEnd.Unfilled : null, (step as CloseStep.Settle)?.End);
        Assert.Equal(!settles, step is CloseStep.Wait);
    }

    private static PositionClosing Overnight(CloseAuthority authority)
    {
        var closing = NewClosing(authority);
        return closing with { Trigger = closing.Trigger with { At = SampleSession.OpenAt.AddHours(-3) } };
    }

    [Fact]
    public void WhenTheClockSaysOpenAndNoSessionIsKnown_ItCloses() =>
        Assert.IsType<CloseStep.SubmitClosePosition>(CloseProtocol.Next(
            NewClosing(), new CloseFacts(new MarketMoment(Noon, true, SampleSession.NextOpenAt, null), true)));
}
