namespace Azure.Messaging.ServiceBus;

/// <summary>A message as a queue delivered it.</summary>
public class ServiceBusReceivedMessage
{
    internal const string DeadLetterReasonName = "DeadLetterReason";
    internal const string DeadLetterErrorDescriptionName = "DeadLetterErrorDescription";

    internal ServiceBusReceivedMessage()
    {
    }

    public BinaryData Body { get; internal init; } = BinaryData.Empty;

    public string MessageId { get; internal init; } = string.Empty;

    public string? Subject { get; internal init; }

    public string? CorrelationId { get; internal init; }

    public string? ContentType { get; internal init; }

    public IReadOnlyDictionary<string, object> ApplicationProperties { get; internal init; } = new Dictionary<string, object>();

    /// <summary>How often the message was delivered, this time included: 1 at first.</summary>
    public int DeliveryCount { get; internal init; }

    /// <summary>What settles this delivery; empty if it was received and deleted.</summary>
    public string LockToken { get; internal init; } = string.Empty;

    /// <summary>When the lock ends, by the service's clock; default if there is none. Renewing the lock moves it.</summary>
    public DateTimeOffset LockedUntil { get; internal set; }

    /// <summary>When the queue took the message, or made it visible if it was scheduled; by the service's clock.</summary>
    public DateTimeOffset EnqueuedTime { get; internal init; }

    /// <summary>The queue's own number for the message, ascending.</summary>
    public long SequenceNumber { get; internal init; }

    /// <summary><see cref="TimeSpan.MaxValue"/> if the queue said nothing.</summary>
    public TimeSpan TimeToLive { get; internal init; } = TimeSpan.MaxValue;

    /// <summary>Why the message is in a dead-letter queue, for instance <c>MaxDeliveryCountExceeded</c>; null elsewhere.</summary>
    public string? DeadLetterReason => Text(DeadLetterReasonName);

    /// <summary>The same in words; null elsewhere.</summary>
    public string? DeadLetterErrorDescription => Text(DeadLetterErrorDescriptionName);

    public override string ToString() => $"{{MessageId:{MessageId}}}";

    private string? Text(string property) => ApplicationProperties.TryGetValue(property, out var value) ? value as string : null;
}
