using Azure.Messaging.ServiceBus;
using Xunit;

namespace ExitDesk.Compat.Tests.ServiceBus;

public sealed class ServiceBusMessageTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(128, true)]
    [InlineData(0, false)]
    [InlineData(129, false)]
    public void WhenTheIdHasThatLength_ItIsTakenOrRefused(int length, bool taken)
    {
        var exception = Record.Exception(() => new ServiceBusMessage { MessageId = new string('x', length) });

        Assert.Equal(taken, exception is null);
        Assert.True(taken || exception is ArgumentException);
    }

    [Fact]
    public void WhenNew_ItHasNoIdAndNoEnd()
    {
        var message = new ServiceBusMessage("x");

        Assert.Null(message.MessageId);
        Assert.Equal(TimeSpan.MaxValue, message.TimeToLive);
        Assert.Equal(default, message.ScheduledEnqueueTime);
    }

    [Fact]
    public void WhenItsLifeIsNotPositive_ItIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceBusMessage { TimeToLive = TimeSpan.Zero });
}
