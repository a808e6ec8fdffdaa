using System.Diagnostics.CodeAnalysis;
using ExitDesk.Engine.Ports.Messaging;

namespace ExitDesk.TestKit.Messaging;

/// <summary>A queue as Service Bus keeps it: at least once, repeats by id dropped for a while, locks, and dead letters. Not thread-safe.</summary>
/// <remarks>Nothing here runs by itself: messages move when somebody asks, by the clock at that moment.</remarks>
/// <param name="time">Decides when messages appear and locks end.</param>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, though of a service and not a collection.")]
public sealed class InMemoryQueue(TimeProvider time)
{
    /// <summary>How long a receiver may keep a message before it is offered again.</summary>
    public static readonly TimeSpan LockDuration = TimeSpan.FromMinutes(1);

    /// <summary>How long an id is remembered.</summary>
    public static readonly TimeSpan DuplicateWindow = TimeSpan.FromMinutes(10);

    /// <summary>After so many deliveries without completion a message is a dead letter.</summary>
    public const int MaxDeliveries = 10;

    private readonly List<QueuedMessage> _waiting = [];
    private readonly Dictionary<string, DateTimeOffset> _known = new(StringComparer.Ordinal);

    /// <summary>Messages that could not be handled, oldest first.</summary>
    public List<QueueMessage> Dead { get; } = [];

    /// <summary>When the next message can be received; null if none waits.</summary>
    public DateTimeOffset? NextAt => _waiting.Count == 0 ? null : _waiting.Min(message => message.VisibleAt);

    /// <summary>Takes a message in; a repeat of a known id is dropped, of which its sender hears nothing.</summary>
    /// <param name="message">With its delay.</param>
    /// <param name="copies">How often it is delivered.</param>
    /// <param name="late">Added to its delay.</param>
    public void Send(QueueMessage message, int copies = 1, TimeSpan late = default)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(message.Id, out var since) && now - since < DuplicateWindow)
        {
            return;
        }

        _known[message.Id] = now;
        for (var i = 0; i < copies; i++)
        {
            _waiting.Add(new QueuedMessage(message) { VisibleAt = now + (message.Delay ?? TimeSpan.Zero) + late });
        }
    }

    /// <summary>Locks the message that has been visible longest; null if none is visible.</summary>
    public QueuedMessage? Receive()
    {
        var now = time.GetUtcNow();
        while (_waiting.Where(message => message.VisibleAt <= now).MinBy(message => message.VisibleAt) is { } next)
        {
            if (next.Deliveries < MaxDeliveries)
            {
                (next.Deliveries, next.VisibleAt) = (next.Deliveries + 1, now + LockDuration);
                return next;
            }

            Bury(next);
        }

        return null;
    }

    /// <summary>Takes a received message out for good.</summary>
    public void Complete(QueuedMessage message) => _waiting.Remove(message);

    /// <summary>Gives a received message back, to be delivered again at once, or buries it after its last delivery.</summary>
    public void Abandon(QueuedMessage message)
    {
        if (message.Deliveries >= MaxDeliveries)
        {
            Bury(message);
        }
        else
        {
            message.VisibleAt = time.GetUtcNow();
        }
    }

    private void Bury(QueuedMessage message)
    {
        if (_waiting.Remove(message))
        {
            Dead.Add(message.Message);
        }
    }
}
