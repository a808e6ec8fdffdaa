namespace Azure.Messaging.ServiceBus;

/// <summary>Which part of a queue a receiver reads.</summary>
public enum SubQueue
{
    /// <summary>The queue itself.</summary>
    None,

    /// <summary>Its dead-letter queue, <c>/$deadletterqueue</c>.</summary>
    DeadLetter,
}
