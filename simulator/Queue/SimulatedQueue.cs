using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Time;

namespace ExitDesk.Simulator.Queue;

/// <summary>One queue in market time: at least once, in order unless a fault strikes. Safe for concurrent use.</summary>
/// <remarks>Nothing here runs by itself: messages move when somebody calls or the market clock advances.</remarks>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, though of a service and not a collection.")]
public sealed class SimulatedQueue
{
    private readonly QueueRules _rules;
    private readonly MarketClock _clock;
    private readonly Lock _gate;
    private readonly Action _changed;
    private readonly QueueMechanics _mechanics;
    private bool _isRead;

    /// <summary>A queue and its dead-letter queue, which share the gate of their namespace.</summary>
    internal SimulatedQueue(string name, QueueRules rules, MarketClock clock, FaultPlan faults, Lock gate, Action changed)
        : this(name, rules, clock, faults, gate, changed, DeadLettersOf(name, rules, clock, gate, changed))
    {
    }

    private SimulatedQueue(
        string name, QueueRules rules, MarketClock clock, FaultPlan faults, Lock gate, Action changed, SimulatedQueue? deadLetters)
    {
        Name = name;
        DeadLetters = deadLetters;
        _rules = rules;
        _clock = clock;
        _gate = gate;
        _changed = changed;
        _mechanics = new QueueMechanics(name, rules, faults, deadLetters?._mechanics);
    }

    public string Name { get; }

    /// <summary>Where messages go that nobody could handle; null for a dead-letter queue itself.</summary>
    public SimulatedQueue? DeadLetters { get; }

    /// <summary>Whether nothing waits here for a receiver or is in one's hands. Unread dead letters wait for nobody.</summary>
    internal bool IsDrained => (DeadLetters is null && !_isRead) || (_mechanics.Shelf.Visible == 0 && _mechanics.Shelf.Held == 0);

    internal DateTimeOffset? NextVisibleAt => _mechanics.Shelf.NextVisibleAt;

    /// <summary>Takes a message in.</summary>
    /// <param name="message">The message.</param>
    /// <param name="delay">Market time until it becomes visible; zero or less means at once.</param>
    /// <returns>False if it was dropped as a duplicate, of which the real service tells its sender nothing.</returns>
    /// <exception cref="InvalidOperationException">This is a dead-letter queue: nobody sends there.</exception>
    public bool Send(QueueMessage message, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (DeadLetters is null)
        {
            throw new InvalidOperationException($"{Name} takes no messages from senders.");
        }

        return UnderGate(now => _mechanics.TryAccept(message, delay < TimeSpan.Zero ? TimeSpan.Zero : delay, now));
    }

    /// <summary>Waits for a message, until cancelled.</summary>
    /// <returns>Null once cancelled.</returns>
    public async Task<Delivery?> ReceiveAsync(ReceiveMode mode, CancellationToken cancellationToken)
    {
        var waiter = UnderGate(_ =>
        {
            _isRead = true;
            return _mechanics.Receivers.Add(mode);
        });
        await using var registration = cancellationToken.Register(() => UnderGate(_ => _mechanics.Receivers.Dismiss(waiter)))
            .ConfigureAwait(false);
        return await waiter.Value.Answer.Task.ConfigureAwait(false);
    }

    /// <summary>Takes a locked message out for good.</summary>
    /// <param name="lockToken">The delivery's token.</param>
    /// <param name="identifier">MessageId or sequence number, checked if given.</param>
    /// <returns>False if there is no such lock any more.</returns>
    public bool Complete(Guid lockToken, string? identifier = null) => WithLock(lockToken, identifier, (message, now) =>
    {
        _mechanics.Shelf.Unlock(message);
        _mechanics.History.Completed(message, now);
    });

    /// <summary>Gives a locked message back; the delivery stays counted, and after the last one the message is dead-lettered.</summary>
    /// <inheritdoc cref="Complete"/>
    public bool Abandon(Guid lockToken, string? identifier = null) => WithLock(lockToken, identifier, (message, now) =>
    {
        _mechanics.History.Abandoned();
        _mechanics.GiveBack(message, now);
    });

    /// <summary>Makes the lock last a full lock duration from now.</summary>
    /// <returns>When it ends now, in market time; null if there is no such lock any more.</returns>
    public DateTimeOffset? Renew(Guid lockToken, string? identifier = null)
    {
        DateTimeOffset? until = null;
        WithLock(lockToken, identifier, (message, now) => until = message.LockedUntil = now + _rules.LockDuration);
        return until;
    }

    /// <summary>Notes that a delivery reached nobody: it stays locked for its time, but nobody need wait for its settlement.</summary>
    public void Orphan(Guid lockToken) => WithLock(lockToken, null, (message, _) => message.Orphaned = true);

    internal QueueSnapshot Snapshot()
    {
        var shelf = _mechanics.Shelf;
        return new QueueSnapshot(
            Name, _mechanics.History.Counters, shelf.Visible, shelf.Locked, shelf.Scheduled, _mechanics.History.Trails);
    }

    /// <summary>All receivers are gone: those who wait get nothing, and locks are left to lapse. Under the gate.</summary>
    internal void ForgetReceivers()
    {
        _mechanics.Shelf.OrphanAll();
        _mechanics.Receivers.DismissAll();
        _isRead = false;
    }

    /// <summary>Does what is due by now. Under the gate.</summary>
    internal void Advance()
    {
        var now = _clock.Now;
        _mechanics.Settle(now);
        _mechanics.Serve(now);
    }

    private static SimulatedQueue DeadLettersOf(string name, QueueRules rules, MarketClock clock, Lock gate, Action changed)
    {
        var immortal = rules with { TimeToLive = TimeSpan.MaxValue };
        return new SimulatedQueue($"{name}/$deadletterqueue", immortal, clock, FaultPlan.None, gate, changed, deadLetters: null);
    }

    private bool WithLock(Guid lockToken, string? identifier, Action<StoredMessage, DateTimeOffset> act) => UnderGate(now =>
    {
        var message = _mechanics.Shelf.FindLocked(lockToken);
        if (message is null || (identifier is not null && !IsNamed(message, identifier)))
        {
            return false;
        }

        act(message, now);
        return true;
    });

    private static bool IsNamed(StoredMessage message, string identifier) => identifier == message.MessageId
        || identifier == message.SequenceNumber.ToString(CultureInfo.InvariantCulture);

    private void UnderGate(Action<DateTimeOffset> act) => UnderGate(now =>
    {
        act(now);
        return true;
    });

    private T UnderGate<T>(Func<DateTimeOffset, T> act)
    {
        lock (_gate)
        {
            var now = _clock.Now;
            _mechanics.Settle(now);
            var result = act(now);
            _mechanics.Serve(now);
            _changed();
            return result;
        }
    }
}
