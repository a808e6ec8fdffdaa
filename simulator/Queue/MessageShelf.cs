using System.Security.Cryptography;
using System.Text;

namespace ExitDesk.Simulator.Queue;

/// <summary>Where a queue keeps its messages: not yet visible, visible in order, locked. Guarded by the queue's gate.</summary>
internal sealed class MessageShelf(string queueName)
{
    // By instant, then by arrival: two messages of one instant keep their order.
    private readonly SortedDictionary<(DateTimeOffset At, long SequenceNumber), StoredMessage> _scheduled = [];
    private readonly LinkedList<StoredMessage> _visible = new();
    private readonly Dictionary<Guid, StoredMessage> _locked = [];

    public int Scheduled => _scheduled.Count;

    public int Visible => _visible.Count;

    public int Locked => _locked.Count;

    /// <summary>Messages whose receiver may yet settle them.</summary>
    public int Held => _locked.Values.Count(message => !message.Orphaned);

    /// <summary>The next instant at which a message becomes visible by itself; null if there is none.</summary>
    public DateTimeOffset? NextVisibleAt =>
        _scheduled.Values.Select(message => (DateTimeOffset?)message.VisibleAt)
            .Concat(_locked.Values.Select(message => (DateTimeOffset?)message.LockedUntil))
            .Min();

    public void Schedule(StoredMessage message) => _scheduled.Add((message.VisibleAt, message.SequenceNumber), message);

    public void Show(StoredMessage message) => _visible.AddLast(message);

    /// <summary>Puts a message that was delivered before back in its place.</summary>
    public void Return(StoredMessage message)
    {
        Unlock(message);
        var later = _visible.First;
        while (later is not null && later.Value.SequenceNumber < message.SequenceNumber)
        {
            later = later.Next;
        }

        if (later is null)
        {
            _visible.AddLast(message);
        }
        else
        {
            _visible.AddBefore(later, message);
        }
    }

    public StoredMessage? TakeVisible()
    {
        var first = _visible.First;
        if (first is not null)
        {
            _visible.RemoveFirst();
        }

        return first?.Value;
    }

    public IReadOnlyList<StoredMessage> TakeDue(DateTimeOffset now) => TakeScheduled(message => message.VisibleAt <= now);

    public IReadOnlyList<StoredMessage> TakeHeldBack() => TakeScheduled(message => message.HeldBack);

    public IReadOnlyList<StoredMessage> TakeExpired(DateTimeOffset now)
    {
        var expired = _visible.Where(message => message.ExpiresAt <= now).ToList();
        expired.ForEach(message => _visible.Remove(message));
        return expired;
    }

    public void Lock(StoredMessage message, DateTimeOffset until)
    {
        // A function of facts, so that the same day has the same tokens.
        var facts = Encoding.UTF8.GetBytes($"{queueName}:{message.SequenceNumber}:{message.DeliveryCount}");
        message.LockToken = new Guid(SHA256.HashData(facts).AsSpan(0, 16));
        message.LockedUntil = until;
        _locked.Add(message.LockToken, message);
    }

    public void Unlock(StoredMessage message)
    {
        _locked.Remove(message.LockToken);
        message.LockToken = Guid.Empty;
        message.Orphaned = false;
    }

    public StoredMessage? FindLocked(Guid lockToken) => _locked.GetValueOrDefault(lockToken);

    public IReadOnlyList<StoredMessage> LocksEndedBy(DateTimeOffset now) =>
        [.. _locked.Values.Where(message => message.LockedUntil <= now).OrderBy(message => message.SequenceNumber)];

    public void OrphanAll()
    {
        foreach (var message in _locked.Values)
        {
            message.Orphaned = true;
        }
    }

    private List<StoredMessage> TakeScheduled(Func<StoredMessage, bool> wanted)
    {
        var taken = _scheduled.Where(entry => wanted(entry.Value)).ToList();
        taken.ForEach(entry => _scheduled.Remove(entry.Key));
        return [.. taken.Select(entry => entry.Value)];
    }
}
