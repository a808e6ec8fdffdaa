using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Simulator.Time;

namespace ExitDesk.Benchmarks.Flat;

/// <summary>A queue in memory: messages in the order in which they fall due in market time, each id once.</summary>
internal sealed class DueMessages(MarketClock clock) : IMessageSender
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<QueueMessage, (DateTimeOffset Due, long Number)> _waiting = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private long _sent;

    /// <summary>When the next message falls due; null if none waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _waiting.TryPeek(out _, out var first) ? first.Due : null;
            }
        }
    }

    public long Delivered { get; private set; }

    public Task<bool> TrySendAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_known.Add(message.Id))
            {
                _waiting.Enqueue(message, (clock.Now + (message.Delay ?? TimeSpan.Zero), ++_sent));
            }
        }

        return Task.FromResult(true);
    }

    /// <summary>The next message that is due now; null if there is none.</summary>
    public QueueMessage? Take()
    {
        lock (_gate)
        {
            if (!_waiting.TryPeek(out _, out var first) || first.Due > clock.Now)
            {
                return null;
            }

            Delivered++;
            return _waiting.Dequeue();
        }
    }
}
