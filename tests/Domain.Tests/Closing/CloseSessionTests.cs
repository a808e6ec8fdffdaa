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
        var step = CloseProtocol.Next(NewClosing(), SampleSession.At(SampleSession.CloseAt.AddSeconds(-secondsBeforeClose)), true, null);

        Assert.Equal(submits, step is CloseStep.Submit);
        Assert.Equal(submits, step is not CloseStep.Wait);
    }

    [Fact]
    public void WhenTheMarketIsClosed_ItWaitsForAMinuteAfterTheNextOpenAndSaysSo()
    {
        var wait = Assert.IsType<CloseStep.Wait>(CloseProtocol.Next(NewClosing(), SampleSession.Closed, true, null));

        Assert.Equal((SampleSession.NextOpenAt.AddSeconds(60), true), (wait.Until, wait.IsAlarming));
    }

    [Fact]
    public void WhenTheOwnerAsksWhileTheMarketIsClosed_WaitingIsNoAlarm() =>
        Assert.False(Assert.IsType<CloseStep.Wait>(CloseProtocol.Next(NewClosing(CloseAuthority.Owner), SampleSession.Closed, true, null)).IsAlarming);

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void WhenItWaitedForTheOpen_AnEarlyMessageDoesNotSendItIntoTheFirstMinute(int secondsAfterOpen, bool submits)
    {
        var closing = NewClosing();
        closing = closing with { Trigger = closing.Trigger with { At = SampleSession.OpenAt.AddHours(-3) } };

        var step = CloseProtocol.Next(closing, SampleSession.At(SampleSession.OpenAt.AddSeconds(secondsAfterOpen)), true, null);

        Assert.Equal(submits, step is CloseStep.Submit);
        Assert.Equal(submits ? null : SampleSession.OpenAt.AddSeconds(60), (step as CloseStep.Wait)?.Until);
    }

    [Fact]
    public void WhenTheClockSaysOpenAndNoSessionIsKnown_ItCloses() =>
        Assert.IsType<CloseStep.Submit>(CloseProtocol.Next(
            NewClosing(), new MarketMoment(Noon, true, SampleSession.NextOpenAt, null), true, null));
}
