using Azure.Messaging.ServiceBus;
using Xunit;

namespace ExitDesk.Compat.Tests.ServiceBus;

public sealed class ServiceBusClientTests
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task WhenAMessageIsSent_AllOfItArrives()
    {
        await using var bus = await Bus.StartAsync();
        var sent = new ServiceBusMessage("{\"closing\":\"ä€😀\"}")
        {
            MessageId = "p1:1:\"2\"/ü😀",
            Subject = "Schließen",
            CorrelationId = "trace 7",
            ContentType = "application/json; charset=utf-8",
            TimeToLive = TimeSpan.FromMinutes(30),
            ApplicationProperties =
            {
                ["text"] = "a \"quoted\" ü, \\ and\nnew line", ["whole"] = 7L, ["part"] = 0.25, ["flag"] = true, ["number"] = "7",
            },
        };

        await bus.Sender.SendMessageAsync(sent);
        var received = await bus.ReceiveAsync();

        Assert.Equal(sent.Body.ToArray(), received.Body.ToArray());
        Assert.Equal(
            (sent.MessageId, sent.Subject, sent.CorrelationId, sent.ContentType),
            (received.MessageId, received.Subject, received.CorrelationId, received.ContentType));
        Assert.Equal(sent.TimeToLive, received.TimeToLive);
        Assert.Equal(sent.ApplicationProperties.OrderBy(pair => pair.Key), received.ApplicationProperties.OrderBy(pair => pair.Key));
        Assert.Equal((1, 1L), (received.DeliveryCount, received.SequenceNumber));
        Assert.Null(received.DeadLetterReason);
    }

    [Fact]
    public async Task WhenTheBodyIsBig_ItArrivesByteForByte()
    {
        await using var bus = await Bus.StartAsync();
        var body = Enumerable.Range(0, 250_000).Select(number => (byte)(number % 251)).ToArray();

        await bus.Sender.SendMessageAsync(new ServiceBusMessage(BinaryData.FromBytes(body)) { MessageId = "big" });

        Assert.Equal(body, (await bus.ReceiveAsync()).Body.ToArray());
    }

    [Fact]
    public async Task WhenTheBodyIsTooBig_TheReasonIsQuotaExceeded()
    {
        await using var bus = await Bus.StartAsync();
        var message = new ServiceBusMessage(BinaryData.FromBytes(new byte[300_000])) { MessageId = "too big" };

        var exception = await Assert.ThrowsAsync<ServiceBusException>(() => bus.Sender.SendMessageAsync(message));

        Assert.Equal((ServiceBusFailureReason.QuotaExceeded, false), (exception.Reason, exception.IsTransient));
        Assert.Contains("300000 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b/c")]
    [InlineData("with space, ü & 100%?")]
    [InlineData("dots.and_under-scores~")]
    public async Task WhenAQueueHasAnOddName_ItIsReachedAllTheSame(string name)
    {
        await using var bus = await Bus.StartAsync(names: [name]);
        var receiver = bus.Client.CreateReceiver(name);

        await bus.Client.CreateSender(name).SendMessageAsync(new ServiceBusMessage("x"));
        var message = await bus.ReceiveAsync(receiver);
        await receiver.CompleteMessageAsync(message);

        Assert.Equal(1, bus.Queues.Snapshot()[0].Counters.Completed);
    }

    [Fact]
    public async Task WhenScheduled_TheMessageComesAfterThatMuchMarketTime()
    {
        await using var bus = await Bus.StartAsync();
        var start = bus.Clock.Now;
        var inFive = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(5);

        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("x") { MessageId = "later" }, inFive);
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("y") { MessageId = "as well", ScheduledEnqueueTime = inFive });

        Assert.Equal(start + TimeSpan.FromSeconds(5), bus.Queues.NextVisibleAt);
        var waiting = bus.ReceiveAsync();
        bus.Clock.AdvanceTo(start + TimeSpan.FromSeconds(5));
        Assert.Equal("later", (await waiting).MessageId);
        Assert.Equal("as well", (await bus.ReceiveAsync()).MessageId);
    }

    [Fact]
    public async Task WhenSeveralAreSent_TheyArriveInOrderAndARepetitionIsDropped()
    {
        await using var bus = await Bus.StartAsync();

        await bus.Sender.SendMessagesAsync(new[] { "a", "b", "a" }.Select(id => new ServiceBusMessage(id) { MessageId = id }));

        Assert.Equal("a", (await bus.ReceiveAsync()).MessageId);
        Assert.Equal("b", (await bus.ReceiveAsync()).MessageId);
        Assert.Equal(1, bus.Queues.Snapshot()[0].Counters.DuplicatesDropped);
    }

    [Fact]
    public async Task WhenNothingComes_TheAnswerIsNull()
    {
        await using var bus = await Bus.StartAsync();

        Assert.Null(await bus.Receiver.ReceiveMessageAsync(ShortWait));
    }

    [Fact]
    public async Task WhenTheWaitIsCancelled_ItEnds()
    {
        await using var bus = await Bus.StartAsync();
        using var stop = new CancellationTokenSource();
        var waiting = bus.Receiver.ReceiveMessageAsync(TimeSpan.FromMinutes(2), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task WhenTheQueueDoesNotExist_BothEndsSaySo()
    {
        await using var bus = await Bus.StartAsync();

        var send = await Assert.ThrowsAsync<ServiceBusException>(
            () => bus.Client.CreateSender("nowhere").SendMessageAsync(new ServiceBusMessage("x")));
        var receive = await Assert.ThrowsAsync<ServiceBusException>(
            () => bus.Client.CreateReceiver("nowhere").ReceiveMessageAsync(ShortWait));

        Assert.Equal(("nowhere", ServiceBusFailureReason.MessagingEntityNotFound), (send.EntityPath, send.Reason));
        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, receive.Reason);
    }

    [Fact]
    public async Task WhenTheKeyIsWrong_TheCallIsUnauthorizedAndTheKeyIsNotTold()
    {
        await using var bus = await Bus.StartAsync();
        await using var client = new ServiceBusClient(
            $"Endpoint=sb://{bus.Address.Authority};SharedAccessKeyName=Simulator;SharedAccessKey=the-wrong-key;UseDevelopmentEmulator=true");

        var exception = await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => client.CreateSender(Bus.Queue).SendMessageAsync(new ServiceBusMessage("x")));

        Assert.Contains("401", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the-wrong-key", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("")]
    [InlineData("Content-Type")]
    [InlineData("BrokerProperties")]
    public async Task WhenAPropertyNameCannotBeAHeader_ItIsNamedInTheError(string name)
    {
        await using var bus = await Bus.StartAsync();
        var message = new ServiceBusMessage("x") { ApplicationProperties = { [name] = "v" } };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => bus.Sender.SendMessageAsync(message));

        Assert.Contains($"'{name}'", exception.Message, StringComparison.Ordinal);
    }
}
