using Azure.Messaging.ServiceBus;
using Xunit;

namespace ExitDesk.Compat.Tests.ServiceBus;

public sealed class ServiceBusFailureTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(400, ServiceBusFailureReason.GeneralError, false)]
    [InlineData(403, ServiceBusFailureReason.QuotaExceeded, false)]
    [InlineData(404, ServiceBusFailureReason.MessagingEntityNotFound, false)]
    [InlineData(410, ServiceBusFailureReason.MessagingEntityNotFound, false)]
    [InlineData(413, ServiceBusFailureReason.MessageSizeExceeded, false)]
    [InlineData(429, ServiceBusFailureReason.ServiceBusy, true)]
    [InlineData(500, ServiceBusFailureReason.ServiceBusy, true)]
    [InlineData(503, ServiceBusFailureReason.ServiceBusy, true)]
    [InlineData(504, ServiceBusFailureReason.ServiceTimeout, true)]
    public async Task WhenSendingIsAnsweredSo_TheReasonIsNamed(int status, ServiceBusFailureReason reason, bool transient)
    {
        await using var service = await StubService.StartAsync(status);
        await using var client = service.Client();

        var exception = await Assert.ThrowsAsync<ServiceBusException>(
            () => client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x") { MessageId = "a" }));

        Assert.Equal((reason, transient, "q"), (exception.Reason, exception.IsTransient, exception.EntityPath));
        Assert.Contains($"{status}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAnsweredUnauthorized_ItIsTheOfficialException()
    {
        await using var service = await StubService.StartAsync(401);
        await using var client = service.Client();

        var exception = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => client.CreateReceiver("q").ReceiveMessageAsync(Wait));

        Assert.DoesNotContain("the-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task WhenSettlingFindsNoLock_ItIsLost(int status)
    {
        await using var bus = await Bus.StartAsync();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("x") { MessageId = "a" });
        var message = await bus.ReceiveAsync();
        await using var service = await StubService.StartAsync(status);
        await using var client = service.Client();

        var exception = await Assert.ThrowsAsync<ServiceBusException>(() => client.CreateReceiver("q").CompleteMessageAsync(message));

        Assert.Equal(ServiceBusFailureReason.MessageLockLost, exception.Reason);
    }

    [Theory]
    [InlineData("a", 503, 3)]
    [InlineData("a", 429, 3)]
    [InlineData("a", 400, 1)]
    [InlineData(null, 503, 1)]
    [InlineData(null, 429, 3)]
    public async Task WhenASendFails_ItIsRepeatedOnlyWhereThatCannotDoubleIt(string? messageId, int status, int attempts)
    {
        await using var service = await StubService.StartAsync(status);
        await using var client = service.Client();

        await Assert.ThrowsAsync<ServiceBusException>(
            () => client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x") { MessageId = messageId }));

        Assert.Equal(attempts, service.Seen.Count);
    }

    [Fact]
    public async Task WhenTheConnectionBreaksAndThereIsAnId_TheSendIsRepeated()
    {
        await using var service = await StubService.StartAsync(StubService.Reset, 201);
        await using var client = service.Client();

        await client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x") { MessageId = "a" });

        Assert.Equal(2, service.Seen.Count);
    }

    [Fact]
    public async Task WhenTheConnectionBreaksAndThereIsNoId_TheOutcomeIsLeftUnknown()
    {
        await using var service = await StubService.StartAsync(StubService.Reset, 201);
        await using var client = service.Client();

        var exception = await Assert.ThrowsAsync<ServiceBusException>(
            () => client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x")));

        Assert.Equal(ServiceBusFailureReason.ServiceCommunicationProblem, exception.Reason);
        Assert.Single(service.Seen);
    }

    [Fact]
    public async Task WhenARepetitionSucceeds_TheSendDoes()
    {
        await using var service = await StubService.StartAsync(503, 429, 201);
        await using var client = service.Client();

        await client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x") { MessageId = "a" });

        Assert.Equal(3, service.Seen.Count);
    }

    [Theory]
    [InlineData(ServiceBusReceiveMode.PeekLock, 3)]
    [InlineData(ServiceBusReceiveMode.ReceiveAndDelete, 1)]
    public async Task WhenAReceiveFails_ItIsRepeatedOnlyIfNothingCanBeLost(ServiceBusReceiveMode mode, int attempts)
    {
        await using var service = await StubService.StartAsync(503);
        await using var client = service.Client();
        var receiver = client.CreateReceiver("q", new ServiceBusReceiverOptions { ReceiveMode = mode });

        await Assert.ThrowsAsync<ServiceBusException>(() => receiver.ReceiveMessageAsync(Wait));

        Assert.Equal(attempts, service.Seen.Count);
    }

    [Theory]
    [InlineData("a")]
    [InlineData(null)]
    public async Task WhenNobodyListens_TheConnectionIsToBlame(string? messageId)
    {
        var service = await StubService.StartAsync(201);
        await using var client = service.Client();
        await service.DisposeAsync();

        var exception = await Assert.ThrowsAsync<ServiceBusException>(
            () => client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x") { MessageId = messageId }));

        Assert.Equal((ServiceBusFailureReason.ServiceCommunicationProblem, true), (exception.Reason, exception.IsTransient));
    }

    [Fact]
    public async Task WhenTheAnswerIsNoMessage_ItIsSaidRatherThanMadeUp()
    {
        await using var service = await StubService.StartAsync(200);
        await using var client = service.Client();

        var exception = await Assert.ThrowsAsync<ServiceBusException>(() => client.CreateReceiver("q").ReceiveMessageAsync(Wait));

        Assert.Contains("BrokerProperties", exception.Message, StringComparison.Ordinal);
    }
}
