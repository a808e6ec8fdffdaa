using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.TestKit.Messaging;
using ExitDesk.TestKit.Time;

namespace ExitDesk.Simulation.Tests.Contracts;

public sealed class InMemoryQueueTests : QueueContractTests
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 11, 17, 15, 0, 0, TimeSpan.Zero));
    private InMemoryQueue _queue = null!;

    public override Task InitializeAsync()
    {
        _queue = new InMemoryQueue(_time);
        return Task.CompletedTask;
    }

    public override Task DisposeAsync() => Task.CompletedTask;

    private protected override Task SendAsync(QueueMessage message)
    {
        _queue.Send(message);
        return Task.CompletedTask;
    }

    private protected override Task<(string Id, string Body)?> TakeAsync() =>
        Task.FromResult<(string, string)?>(_queue.Receive() is { } next ? (next.Message.Id, next.Message.Body) : null);

    private protected override Task CompleteAsync()
    {
        _queue.Complete(_queue.Receive()!);
        return Task.CompletedTask;
    }

    private protected override Task<bool> AbandonAsync()
    {
        if (_queue.Receive() is not { } next)
        {
            return Task.FromResult(false);
        }

        _queue.Abandon(next);
        return Task.FromResult(true);
    }

    private protected override Task<int> DeadAsync() => Task.FromResult(_queue.Dead.Count);

    private protected override void Advance(TimeSpan by) => _time.Advance(by);
}
