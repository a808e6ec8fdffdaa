namespace ExitDesk.Simulator.Queue;

/// <summary>One message's way through a queue, in market time.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="SequenceNumber">The queue's number for it.</param>
/// <param name="SentAt">When the queue took it, or when it was dead-lettered, in a dead-letter queue.</param>
/// <param name="Deliveries">How often it was delivered by this queue.</param>
/// <param name="CompletedAt">When it was completed; null if it was not.</param>
public sealed record MessageTrail(
    string MessageId, long SequenceNumber, DateTimeOffset SentAt, int Deliveries = 0, DateTimeOffset? CompletedAt = null);
