using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Time;

namespace ExitDesk.Simulator.Queue;

/// <summary>All queues of a simulated day, each with its dead-letter queue. Safe for concurrent use.</summary>
/// <remarks>When the market clock's advance returns, all that was due has happened and waiting receivers have been served.</remarks>
public sealed class QueueNamespace : IDisposable
{
    private readonly Lock _gate = new();
    private readonly MarketClock _clock;
    private readonly Dictionary<string, SimulatedQueue> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SimulatedQueue> _queues = [];
    private TaskCompletionSource? _drained;

    public QueueNamespace(MarketClock clock, FaultPlan faults, QueueRules rules, params IEnumerable<string> names)
    {
        _clock = clock;
        foreach (var name in names)
        {
            var queue = new SimulatedQueue(name, rules, clock, faults, _gate, SignalWhenDrained);
            Add(queue);
            Add(queue.DeadLetters!);
        }

        _clock.Advanced += Advance;
    }

    /// <summary>
    /// The earliest market time at which a message becomes visible by itself, because it was scheduled or because its lock ends;
    /// null if there is none.
    /// </summary>
    public DateTimeOffset? NextVisibleAt
    {
        get
        {
            lock (_gate)
            {
                return _queues.Min(queue => queue.NextVisibleAt);
            }
        }
    }

    /// <summary>The queue of that name; <c>name/$deadletterqueue</c> names its dead letters. Case does not matter.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public SimulatedQueue this[string name] => Find(name) ?? throw new KeyNotFoundException($"There is no queue '{name}'.");

    /// <summary>The queue of that name, or null.</summary>
    public SimulatedQueue? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>
    /// Completes when no queue has a visible message or one that its receiver may yet settle. Scheduled messages do not count,
    /// nor do dead letters before anybody has received from their queue.
    /// </summary>
    public Task WhenDrainedAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (IsDrained)
            {
                return Task.CompletedTask;
            }

            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _drained.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Forgets all receivers, for when their process is dead: nobody waits for them any more. Their locks end when they would
    /// have ended, as on the real service, and <see cref="NextVisibleAt"/> names that instant.
    /// </summary>
    public void ReleaseLocks()
    {
        lock (_gate)
        {
            _queues.ForEach(queue => queue.ForgetReceivers());
            SignalWhenDrained();
        }
    }

    /// <summary>All queues at one instant, in the order of their names' declaration, each before its dead letters.</summary>
    public IReadOnlyList<QueueSnapshot> Snapshot()
    {
        lock (_gate)
        {
            return [.. _queues.Select(queue => queue.Snapshot())];
        }
    }

    public void Dispose() => _clock.Advanced -= Advance;

    private bool IsDrained => _queues.TrueForAll(queue => queue.IsDrained);

    private void Add(SimulatedQueue queue)
    {
        _byName.Add(queue.Name, queue);
        _queues.Add(queue);
    }

    private void Advance(DateTimeOffset now)
    {
        lock (_gate)
        {
            _queues.ForEach(queue => queue.Advance());
            SignalWhenDrained();
        }
    }

    private void SignalWhenDrained()
    {
        if (_drained is not null && IsDrained)
        {
            _drained.SetResult();
            _drained = null;
        }
    }
}
