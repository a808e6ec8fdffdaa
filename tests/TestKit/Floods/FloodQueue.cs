using System.Diagnostics.CodeAnalysis;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Simulator.Time;

namespace ExitDesk.TestKit.Floods;

/// <summary>A queue that keeps none of its habits but two: what it took it delivers at least once, and repeats by id it drops.</summary>
/// <remarks>
/// Each message comes many times, long after it was handled too; copies overtake one another and other messages; every tenth message
/// comes minutes late altogether. Safe for concurrent use; the same seed and the same order of sends give the same deliveries.
/// </remarks>
/// <param name="clock">Market time, in which messages wait.</param>
/// <param name="seed">Of copies and delays.</param>
/// <param name="mostCopies">A message comes at least once, and at most so often.</param>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, though of a service and not a collection.")]
public sealed class FloodQueue(MarketClock clock, int seed, int mostCopies) : IMessageSender
{
    private const double LateShare = 0.1;
    private static readonly TimeSpan Scatter = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Random _draw = new(seed);
    private readonly PriorityQueue<(QueueMessage Message, long Number), DateTimeOffset> _waiting = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private long _newest;

    /// <summary>When the next copy comes; null if none waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _waiting.TryPeek(out _, out var due) ? due : null;
            }
        }
    }

    /// <summary>What came out of it so far.</summary>
    public FloodCount Count { get; private set; } = FloodCount.None;

    public Task<bool> TrySendAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_known.Add(message.Id))
            {
                Count = Count with { Messages = Count.Messages + 1 };
                Enqueue(message);
            }
        }

        return Task.FromResult(true);
    }

    /// <summary>The next copy that is due; null if there is none.</summary>
    public QueueMessage? Take()
    {
        lock (_gate)
        {
            if (!_waiting.TryPeek(out var next, out var due) || due > clock.Now)
            {
                return null;
            }

            _waiting.Dequeue();
            Count = Count with
            {
                Deliveries = Count.Deliveries + 1,
                Repeats = Count.Repeats + (_seen.Add(next.Message.Id) ? 0 : 1),
                Overtaken = Count.Overtaken + (next.Number < _newest ? 1 : 0),
            };
            _newest = Math.Max(_newest, next.Number);
            return next.Message;
        }
    }

    private void Enqueue(QueueMessage message)
    {
        var isLate = _draw.NextDouble() < LateShare;
        var due = clock.Now + (message.Delay ?? TimeSpan.Zero) + (isLate ? Latest * _draw.NextDouble() : TimeSpan.Zero);
        Count = Count with { Late = Count.Late + (isLate ? 1 : 0) };
        _waiting.Enqueue((message, Count.Messages), due);
        for (var copies = _draw.Next(mostCopies); copies > 0; copies--)
        {
            _waiting.Enqueue((message, Count.Messages), due + (Scatter * _draw.NextDouble()));
        }
    }
}
