namespace ExitDesk.Simulator.Queue;

/// <summary>A message in a receiver's hands.</summary>
/// <param name="Message">The message; its id is never null here.</param>
/// <param name="SequenceNumber">The queue's number for it, from 1, ascending.</param>
/// <param name="DeliveryCount">How often it was delivered, this time included.</param>
/// <param name="EnqueuedAt">Market time at which it became visible first.</param>
/// <param name="LockToken">What settles it; <see cref="Guid.Empty"/> if it is deleted already.</param>
/// <param name="LockedUntil">Market time at which the lock is gone; null without a lock.</param>
public sealed record Delivery(
    QueueMessage Message, long SequenceNumber, int DeliveryCount, DateTimeOffset EnqueuedAt, Guid LockToken, DateTimeOffset? LockedUntil);
