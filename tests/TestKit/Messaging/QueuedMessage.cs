using ExitDesk.Engine.Ports.Messaging;

namespace ExitDesk.TestKit.Messaging;

/// <summary>A message in an <see cref="InMemoryQueue"/>.</summary>
public sealed class QueuedMessage(QueueMessage message)
{
    public QueueMessage Message { get; } = message;

    /// <summary>When it can be received next: at its time, or when its lock ends.</summary>
    public DateTimeOffset VisibleAt { get; internal set; }

    /// <summary>How often it was delivered so far.</summary>
    public int Deliveries { get; internal set; }
}
