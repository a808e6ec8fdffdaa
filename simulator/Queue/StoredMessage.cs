namespace ExitDesk.Simulator.Queue;

/// <summary>A message in a queue, and what the queue knows of it.</summary>
internal sealed class StoredMessage(QueueMessage message, string messageId, long sequenceNumber)
{
    public QueueMessage Message { get; } = message;

    public string MessageId { get; } = messageId;

    public long SequenceNumber { get; } = sequenceNumber;

    /// <summary>When it becomes, or became, visible for the first time.</summary>
    public required DateTimeOffset VisibleAt { get; set; }

    /// <summary>When it stops living.</summary>
    public DateTimeOffset ExpiresAt { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>Waits only for another message to go ahead of it.</summary>
    public bool HeldBack { get; init; }

    public int DeliveryCount { get; set; }

    public Guid LockToken { get; set; }

    public DateTimeOffset LockedUntil { get; set; }

    /// <summary>Its receiver is gone: nobody will settle it before the lock ends.</summary>
    public bool Orphaned { get; set; }
}
