namespace ExitDesk.Simulator.Queue;

/// <summary>Counts what happens on a queue and keeps each message's trail. Guarded by the queue's gate.</summary>
internal sealed class QueueHistory
{
    private readonly SortedDictionary<long, MessageTrail> _trails = [];

    public QueueCounters Counters { get; private set; } = new();

    public IReadOnlyList<MessageTrail> Trails => [.. _trails.Values];

    public void Sent(StoredMessage message, DateTimeOffset now)
    {
        Counters = Counters with { Sent = Counters.Sent + 1 };
        _trails.Add(message.SequenceNumber, new MessageTrail(message.MessageId, message.SequenceNumber, now));
    }

    public void Delivered(StoredMessage message)
    {
        Counters = Counters with { Delivered = Counters.Delivered + 1 };
        var trail = _trails[message.SequenceNumber];
        _trails[message.SequenceNumber] = trail with { Deliveries = trail.Deliveries + 1 };
    }

    public void Completed(StoredMessage message, DateTimeOffset now)
    {
        Counters = Counters with { Completed = Counters.Completed + 1 };
        _trails[message.SequenceNumber] = _trails[message.SequenceNumber] with { CompletedAt = now };
    }

    public void Abandoned() => Counters = Counters with { Abandoned = Counters.Abandoned + 1 };

    public void LockExpired() => Counters = Counters with { LocksExpired = Counters.LocksExpired + 1 };

    public void DeadLettered() => Counters = Counters with { DeadLettered = Counters.DeadLettered + 1 };

    public void DuplicateDropped() => Counters = Counters with { DuplicatesDropped = Counters.DuplicatesDropped + 1 };

    public void Expired() => Counters = Counters with { Expired = Counters.Expired + 1 };

    public void Lost() => Counters = Counters with { Lost = Counters.Lost + 1 };
}
