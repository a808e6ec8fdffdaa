using Azure.Messaging.ServiceBus;
using ExitDesk.Simulator.Queue;
using Xunit;

namespace ExitDesk.Compat.Tests.ServiceBus;

public sealed class ServiceBusReceiverTests
{
    [Fact]
    public async Task WhenCompleted_TheMessageIsGone()
    {
        await using var bus = await Bus.StartAsync();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("x") { MessageId = "a" });

        await bus.Receiver.CompleteMessageAsync(await bus.ReceiveAsync());

        Assert.True(bus.Queues.WhenDrainedAsync(CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task WhenAbandoned_TheMessageComesAgain()
    {
        await using var bus = await Bus.StartAsync();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("x") { MessageId = "a" });

        await bus.Receiver.AbandonMessageAsync(await bus.ReceiveAsync());

        Assert.Equal(2, (await bus.ReceiveAsync()).DeliveryCount);
    }

    [Fact]
    public async Task WhenTheLockIsLost_SettlingSaysSo()
    {
        await using var bus = await Bus.StartAsync();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("x") { MessageId = "a" });
        var message = await bus.ReceiveAsync();
        bus.Clock.AdvanceTo(bus.Clock.Now + TimeSpan.FromMinutes(1));

        foreach (var settle in new Func<Task>[]
        {
            () => bus.Receiver.CompleteMessageAsync(message),
            () => bus.Receiver.AbandonMessageAsync(message),
            () => bus.Receiver.RenewMessageLockAsync(message),
        })
        {
            var exception = await Assert.ThrowsAsync<ServiceBusException>(settle);
            Assert.Equal((ServiceBusFailureReason.MessageLockLost, false), (exception.Reason, exception.IsTransient));
        }
    }

    [Fact]
    public async Task WhenRenewed_TheLockEndsLaterByTheReceiversClock()
    {
        await using var bus = await Bus.StartAsync(speed: 60);
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("x") { MessageId = "a" });
        var before = TimeProvider.System.GetUtcNow();
        var message = await bus.ReceiveAsync();
        var first = message.LockedUntil;
        bus.Clock.AdvanceTo(bus.Clock.Now + TimeSpan.FromSeconds(59));

        await bus.Receiver.RenewMessageLockAsync(message);

        Assert.True(first >= before + TimeSpan.FromSeconds(1), "A minute at sixty times the speed is a second.");
        Assert.True(message.LockedUntil > first);
        bus.Clock.AdvanceTo(bus.Clock.Now + TimeSpan.FromSeconds(59));
        await bus.Receiver.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task WhenReceivedAndDeleted_ThereIsNothingToSettle()
    {
        await using var bus = await Bus.StartAsync();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("x") { MessageId = "a" });
        var receiver = bus.Client.CreateReceiver(
            Bus.Queue, new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });

        var message = await bus.ReceiveAsync(receiver);

        Assert.Equal("a", message.MessageId);
        await Assert.ThrowsAsync<InvalidOperationException>(() => receiver.CompleteMessageAsync(message));
        Assert.Equal(1, bus.Queues.Snapshot()[0].Counters.Completed);
    }

    [Fact]
    public async Task WhenDeadLettered_TheReasonIsToldAndTheMessageCanBeCompleted()
    {
        await using var bus = await Bus.StartAsync(new QueueRules { MaxDeliveryCount = 1 });
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("x") { MessageId = "a", ApplicationProperties = { ["k"] = "v" } });
        await bus.Receiver.AbandonMessageAsync(await bus.ReceiveAsync());
        var dead = bus.Client.CreateReceiver(Bus.Queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

        var message = await bus.ReceiveAsync(dead);
        await dead.CompleteMessageAsync(message);

        Assert.Equal(("a", "v"), (message.MessageId, message.ApplicationProperties["k"]));
        Assert.Equal("MaxDeliveryCountExceeded", message.DeadLetterReason);
        Assert.Contains("1 delivery attempts", message.DeadLetterErrorDescription, StringComparison.Ordinal);
        Assert.Equal(1, bus.Queues.Snapshot()[1].Counters.Completed);
    }
}
