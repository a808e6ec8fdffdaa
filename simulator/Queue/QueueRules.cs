namespace ExitDesk.Simulator.Queue;

/// <summary>How a queue treats its messages. All durations are market time; the defaults are a new Standard queue's.</summary>
/// <remarks>https://learn.microsoft.com/azure/service-bus-messaging/message-transfers-locks-settlement and /duplicate-detection (read
/// 2026-11).</remarks>
public sealed record QueueRules
{
    /// <summary>How long a received message stays with its receiver.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After so many deliveries without completion a message goes to the dead-letter queue.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How long a MessageId is remembered; zero means no duplicate detection.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest life of a message, also where it names none.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Whether a message that outlived itself goes to the dead-letter queue rather than nowhere.</summary>
    public bool DeadLettersExpired { get; init; }
}
