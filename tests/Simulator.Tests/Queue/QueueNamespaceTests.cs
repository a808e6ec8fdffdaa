using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Queue;
using ExitDesk.Simulator.Time;
using Xunit;

namespace ExitDesk.Simulator.Tests.Queue;

public sealed class QueueNamespaceTests
{
    [Fact]
    public void WhenNothingWasSent_TheQueuesAreDrained()
    {
        using var day = new QueueDay();

        Assert.True(day.Queues.WhenDrainedAsync(CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task WhenTheLastMessageIsCompleted_TheQueuesAreDrained()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        var drained = day.Queues.WhenDrainedAsync(CancellationToken.None);
        var delivery = await day.RequireAsync();
        Assert.False(drained.IsCompleted);

        day.Queue.Complete(delivery.LockToken);

        await drained.WaitAsync(QueueDay.Patience);
    }

    [Fact]
    public async Task WhenAHandlerSendsBeforeItCompletes_TheQueuesAreNotDrainedBetween()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        var drained = day.Queues.WhenDrainedAsync(CancellationToken.None);
        var first = await day.RequireAsync();
        day.Queue.Send(QueueDay.Message("b"));
        day.Queue.Complete(first.LockToken);
        Assert.False(drained.IsCompleted);

        day.Queue.Complete((await day.RequireAsync()).LockToken);

        await drained.WaitAsync(QueueDay.Patience);
    }

    [Fact]
    public void WhenAMessageIsOnlyScheduled_TheQueuesAreDrainedAndItsInstantIsNamed()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"), TimeSpan.FromSeconds(20));
        day.Queue.Send(QueueDay.Message("b"), TimeSpan.FromSeconds(5));

        Assert.True(day.Queues.WhenDrainedAsync(CancellationToken.None).IsCompletedSuccessfully);
        Assert.Equal(QueueDay.Open + TimeSpan.FromSeconds(5), day.Queues.NextVisibleAt);
        day.At(TimeSpan.FromSeconds(5));
        Assert.False(day.Queues.WhenDrainedAsync(CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task WhenDeadLettersAreUnread_NobodyWaitsForThem()
    {
        using var day = new QueueDay(new QueueRules { MaxDeliveryCount = 1 });
        day.Queue.Send(QueueDay.Message("a"));
        day.Queue.Abandon((await day.RequireAsync()).LockToken);

        Assert.True(day.Queues.WhenDrainedAsync(CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task WhenSomebodyReadsDeadLetters_TheyCount()
    {
        using var day = new QueueDay(new QueueRules { MaxDeliveryCount = 1 });
        var reader = day.Queue.DeadLetters!.ReceiveAsync(ReceiveMode.PeekLock, CancellationToken.None);
        day.Queue.Send(QueueDay.Message("a"));
        day.Queue.Abandon((await day.RequireAsync()).LockToken);
        var drained = day.Queues.WhenDrainedAsync(CancellationToken.None);
        Assert.False(drained.IsCompleted);

        day.Queue.DeadLetters.Complete((await reader.WaitAsync(QueueDay.Patience))!.LockToken);

        await drained.WaitAsync(QueueDay.Patience);
    }

    [Fact]
    public async Task WhenTheReceiverIsDead_NobodyWaitsForItAndTheLockLapsesInItsTime()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        await day.RequireAsync();
        var orphan = day.Queue.ReceiveAsync(ReceiveMode.PeekLock, CancellationToken.None);
        var drained = day.Queues.WhenDrainedAsync(CancellationToken.None);

        day.Queues.ReleaseLocks();

        await drained.WaitAsync(QueueDay.Patience);
        Assert.Null(await orphan.WaitAsync(QueueDay.Patience));
        var lapse = QueueDay.Open + new QueueRules().LockDuration;
        Assert.Equal(lapse, day.Queues.NextVisibleAt);
        day.Clock.AdvanceTo(lapse);
        var again = await day.RequireAsync();
        Assert.Equal(2, again.DeliveryCount);
        Assert.False(day.Queues.WhenDrainedAsync(CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task WhenTheWaitIsCancelled_ItEnds()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        using var patience = new CancellationTokenSource();
        var drained = day.Queues.WhenDrainedAsync(patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drained);
    }

    [Fact]
    public async Task WhenADayHasPassed_TheSnapshotTellsEachMessagesWay()
    {
        using var queues = new QueueNamespace(
            new MarketClock(QueueDay.Open), FaultPlan.None, new QueueRules(), "close-requests", "operator-actions");
        queues["Operator-Actions"].Send(QueueDay.Message("press"));
        var delivery = await queues["operator-actions"].ReceiveAsync(ReceiveMode.PeekLock, CancellationToken.None);
        queues["operator-actions"].Complete(delivery!.LockToken);
        queues["close-requests"].Send(QueueDay.Message("close"));

        var snapshot = queues.Snapshot();

        Assert.Equal(
            ["close-requests", "close-requests/$deadletterqueue", "operator-actions", "operator-actions/$deadletterqueue"],
            snapshot.Select(queue => queue.Name));
        Assert.Equal((1, 0, 0), (snapshot[0].Visible, snapshot[0].Locked, snapshot[0].Scheduled));
        Assert.Equal(new MessageTrail("press", 1, QueueDay.Open, 1, QueueDay.Open), Assert.Single(snapshot[2].Messages));
        Assert.Null(Assert.Single(snapshot[0].Messages).CompletedAt);
    }
}
