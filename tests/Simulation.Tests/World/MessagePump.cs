using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.TestKit.Messaging;

namespace ExitDesk.Simulation.Tests.World;

/// <summary>Brings messages from the queue to processes that live, as the host's triggers do.</summary>
internal sealed class MessagePump(DayWorld world, TimeProvider time)
{
    /// <summary>Messages that one process handles at once.</summary>
    private const int Concurrent = 8;

    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500);

    private readonly InMemoryQueue _queue = new(time);
    private DateTimeOffset _next = DateTimeOffset.MaxValue;

    public InMemoryQueue Queue => _queue;

    public void Send(QueueMessage message, int copies, TimeSpan late)
    {
        _queue.Send(message, copies, late);
        Plan();
    }

    /// <summary>Looks at the queue when its next message appears.</summary>
    public void Plan()
    {
        if (_queue.NextAt is { } at && at < _next)
        {
            var due = at < world.Loop.Now ? world.Loop.Now : at;
            _next = due;
            world.Loop.At(due, () => Look(due));
        }
    }

    private void Look(DateTimeOffset due)
    {
        if (due != _next)
        {
            return;
        }

        _next = DateTimeOffset.MaxValue;
        var able = world.Processes.Where(process => process.IsAlive && process.Messages < Concurrent).ToList();
        while (able.Count > 0 && _queue.Receive() is { } message)
        {
            var process = world.Latency.Of(able);
            process.Messages++;
            Hand(process, message);
            able.RemoveAll(one => one.Messages >= Concurrent);
        }

        foreach (var dead in _queue.Dead.ToList())
        {
            if (world.Processes.FirstOrDefault(process => process.IsAlive) is { } process)
            {
                _queue.Dead.Remove(dead);
                world.Run(process, "dead letter", dead.Body, services => MessageHandlers.BuryAsync(services, dead), _ => { });
            }
        }

        if (able.Count == 0)
        {
            _next = world.Loop.Now + Again;
            var next = _next;
            world.Loop.At(next, () => Look(next));
            return;
        }

        Plan();
    }

    // The entries' semaphore would take those that wait for it off the loop's thread, and the day with them.
    private void Hand(DeskProcess process, QueuedMessage message)
    {
        if (message.Message.Queue == QueueNames.EntryRequests)
        {
            if (process.HasEntryInHand)
            {
                process.EntriesInLine.Enqueue(message);
                return;
            }

            process.HasEntryInHand = true;
        }

        world.Run(process, message.Message.Queue, message.Message.Body, services => MessageHandlers.HandleAsync(services, message.Message), isDone => Done(process, message, isDone));
    }

    private void Done(DeskProcess process, QueuedMessage message, bool isDone)
    {
        process.Messages--;
        if (isDone)
        {
            _queue.Complete(message);
        }
        else
        {
            _queue.Abandon(message);
        }

        if (message.Message.Queue == QueueNames.EntryRequests)
        {
            process.HasEntryInHand = false;
            if (process.EntriesInLine.TryDequeue(out var next))
            {
                Hand(process, next);
            }
        }

        Plan();
    }
}
