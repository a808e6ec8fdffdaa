using Azure.Messaging.ServiceBus.Rest;

namespace Azure.Messaging.ServiceBus;

/// <summary>Receives from one queue or its dead-letter queue, and settles what it received. Safe for concurrent use.</summary>
/// <remarks>
/// Calls throw <see cref="ServiceBusException"/>, or <see cref="UnauthorizedAccessException"/> if the credential is refused.
/// </remarks>
public class ServiceBusReceiver : IAsyncDisposable
{
    private readonly MessagingPipeline _pipeline;

    internal ServiceBusReceiver(MessagingPipeline pipeline, string entityPath, ServiceBusReceiverOptions options)
    {
        _pipeline = pipeline;
        ReceiveMode = options.ReceiveMode;
        EntityPath = options.SubQueue switch
        {
            SubQueue.None => entityPath,
            SubQueue.DeadLetter => $"{entityPath}/$deadletterqueue",
        };
    }

    /// <summary>The queue, with <c>/$deadletterqueue</c> if that is what is read.</summary>
    public virtual string EntityPath { get; }

    public virtual ServiceBusReceiveMode ReceiveMode { get; }

    /// <summary>Waits for a message.</summary>
    /// <param name="maxWaitTime">How long, in wall time; null means the try timeout. Fractions count as a full second.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null if none came.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The wait is zero or negative.</exception>
    public virtual Task<ServiceBusReceivedMessage?> ReceiveMessageAsync(
        TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default) =>
        _pipeline.ReceiveAsync(EntityPath, ReceiveMode, maxWaitTime, cancellationToken);

    /// <summary>Takes the message out of the queue for good.</summary>
    /// <exception cref="ServiceBusException">
    /// MessageLockLost: it will be, or was, delivered again, unless this is the repetition of a completion whose answer got lost.
    /// </exception>
    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
    {
        RequireLock(message);
        return _pipeline.CompleteAsync(EntityPath, message, cancellationToken);
    }

    /// <summary>Gives the message back at once; the delivery stays counted.</summary>
    /// <param name="message">The message.</param>
    /// <param name="propertiesToModify">Must be null or empty: the REST data plane has no such thing.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default)
    {
        RequireLock(message);
        return propertiesToModify is { Count: > 0 }
            ? throw new NotSupportedException("Properties of an abandoned message cannot be modified over the REST data plane.")
            : _pipeline.AbandonAsync(EntityPath, message, cancellationToken);
    }

    /// <summary>Makes the lock last a full lock duration from now and moves the message's LockedUntil.</summary>
    public virtual async Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
    {
        RequireLock(message);
        message.LockedUntil = await _pipeline.RenewAsync(EntityPath, message, cancellationToken).ConfigureAwait(false)
            ?? message.LockedUntil;
    }

    /// <summary>Nothing to release: connections belong to the process, locks lapse by themselves.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static void RequireLock(ServiceBusReceivedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.LockToken.Length == 0)
        {
            throw new InvalidOperationException("The message has no lock: it was received in mode ReceiveAndDelete.");
        }
    }
}
