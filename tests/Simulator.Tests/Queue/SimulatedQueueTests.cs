using ExitDesk.Simulator.Queue;
using Xunit;

namespace ExitDesk.Simulator.Tests.Queue;

public sealed class SimulatedQueueTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public async Task WhenMessagesAreSent_TheyComeInOrderWithAscendingNumbers()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        day.Queue.Send(QueueDay.Message("b"));

        var first = await day.RequireAsync();
        var second = await day.RequireAsync();

        Assert.Equal(("a", 1L, 1), (first.Message.MessageId, first.SequenceNumber, first.DeliveryCount));
        Assert.Equal(("b", 2L, 1), (second.Message.MessageId, second.SequenceNumber, second.DeliveryCount));
        Assert.NotEqual(first.LockToken, second.LockToken);
        Assert.Null(await day.TakeAsync());
    }

    [Fact]
    public async Task WhenReceiversWait_TheyAreServedInTheirOrder()
    {
        using var day = new QueueDay();
        var first = day.Queue.ReceiveAsync(ReceiveMode.PeekLock, CancellationToken.None);
        var second = day.Queue.ReceiveAsync(ReceiveMode.PeekLock, CancellationToken.None);

        day.Queue.Send(QueueDay.Message("a"));
        day.Queue.Send(QueueDay.Message("b"));

        Assert.Equal("a", (await first.WaitAsync(QueueDay.Patience))!.Message.MessageId);
        Assert.Equal("b", (await second.WaitAsync(QueueDay.Patience))!.Message.MessageId);
    }

    [Fact]
    public async Task WhenAReceiverGivesUp_TheMessageGoesToTheNext()
    {
        using var day = new QueueDay();
        using var patience = new CancellationTokenSource();
        var impatient = day.Queue.ReceiveAsync(ReceiveMode.PeekLock, patience.Token);
        var patient = day.Queue.ReceiveAsync(ReceiveMode.PeekLock, CancellationToken.None);

        await patience.CancelAsync();
        day.Queue.Send(QueueDay.Message("a"));

        Assert.Null(await impatient.WaitAsync(QueueDay.Patience));
        Assert.Equal("a", (await patient.WaitAsync(QueueDay.Patience))!.Message.MessageId);
    }

    [Fact]
    public async Task WhenScheduled_ItIsVisibleExactlyAtItsInstantAndWakesTheReceiver()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"), TimeSpan.FromSeconds(5));
        var waiting = day.Queue.ReceiveAsync(ReceiveMode.PeekLock, CancellationToken.None);

        day.At(TimeSpan.FromSeconds(5) - Tick);
        Assert.False(waiting.IsCompleted);
        Assert.Equal(QueueDay.Open + TimeSpan.FromSeconds(5), day.Queues.NextVisibleAt);

        day.At(TimeSpan.FromSeconds(5));
        var delivery = await waiting.WaitAsync(QueueDay.Patience);
        Assert.Equal(QueueDay.Open + TimeSpan.FromSeconds(5), delivery!.EnqueuedAt);
    }

    [Fact]
    public async Task WhenSeveralAreScheduled_TheyComeByInstantThenByArrival()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("late"), TimeSpan.FromSeconds(2));
        day.Queue.Send(QueueDay.Message("early, first"), TimeSpan.FromSeconds(1));
        day.Queue.Send(QueueDay.Message("early, second"), TimeSpan.FromSeconds(1));

        day.At(TimeSpan.FromSeconds(9));

        Assert.Equal("early, first", await day.NextIdAsync());
        Assert.Equal("early, second", await day.NextIdAsync());
        Assert.Equal("late", await day.NextIdAsync());
    }

    [Fact]
    public async Task WhenTheDelayIsNegative_ItIsVisibleAtOnce()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"), TimeSpan.FromSeconds(-1));

        Assert.Equal(QueueDay.Open, (await day.RequireAsync()).EnqueuedAt);
    }

    [Fact]
    public async Task WhenReceivedAndDeleted_ItIsGoneWithoutALock()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));

        var delivery = await day.TakeAsync(mode: ReceiveMode.ReceiveAndDelete);

        Assert.Equal((Guid.Empty, null), (delivery!.LockToken, delivery.LockedUntil));
        Assert.Null(day.Queues.NextVisibleAt);
        Assert.Equal((1, 1), (day.Counters.Delivered, day.Counters.Completed));
    }

    [Fact]
    public void WhenSentToTheDeadLetters_ItIsRefused()
    {
        using var day = new QueueDay();

        Assert.Throws<InvalidOperationException>(() => day.Queues["close-requests/$DeadLetterQueue"].Send(QueueDay.Message("a")));
    }

    [Fact]
    public async Task WhenTwoDaysAreAlike_SoAreTheirLockTokens()
    {
        using var one = new QueueDay();
        using var other = new QueueDay();
        one.Queue.Send(QueueDay.Message("a"));
        other.Queue.Send(QueueDay.Message("a"));

        Assert.Equal(await one.RequireAsync() with { Message = null! }, await other.RequireAsync() with { Message = null! });
    }

    [Fact]
    public async Task WhenManySendAndReceiveAtOnce_EachMessageIsCompletedOnce()
    {
        const int count = 2000;
        using var day = new QueueDay();
        using var evening = new CancellationTokenSource();
        var receivers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var completed = new List<string>();
            while (await day.Queue.ReceiveAsync(ReceiveMode.PeekLock, evening.Token) is { } delivery)
            {
                Assert.True(day.Queue.Complete(delivery.LockToken));
                completed.Add(delivery.Message.MessageId!);
            }

            return completed;
        })).ToList();

        Parallel.For(0, count, number => day.Queue.Send(QueueDay.Message($"{number}")));
        await day.Queues.WhenDrainedAsync(CancellationToken.None).WaitAsync(QueueDay.Patience);
        await evening.CancelAsync();

        var all = (await Task.WhenAll(receivers)).SelectMany(completed => completed).ToList();
        Assert.Equal((count, count), (all.Count, all.Distinct().Count()));
        Assert.Equal((count, count, count), (day.Counters.Sent, day.Counters.Delivered, day.Counters.Completed));
    }
}
