using Azure.Messaging.ServiceBus.Rest;

namespace Azure.Messaging.ServiceBus;

/// <summary>Sends to one queue. Safe for concurrent use.</summary>
/// <remarks>
/// Calls throw <see cref="ServiceBusException"/>, or <see cref="UnauthorizedAccessException"/> if the credential is refused.
/// A send is repeated after an unknown outcome only if the message has a MessageId.
/// </remarks>
public class ServiceBusSender : IAsyncDisposable
{
    private readonly MessagingPipeline _pipeline;

    internal ServiceBusSender(MessagingPipeline pipeline, string entityPath)
    {
        _pipeline = pipeline;
        EntityPath = entityPath;
    }

    public virtual string EntityPath { get; }

    /// <summary>Sends one message.</summary>
    /// <exception cref="ArgumentException">An application property has a name or a value that cannot be sent.</exception>
    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _pipeline.SendAsync(EntityPath, message, message.ScheduledEnqueueTime, cancellationToken);
    }

    /// <summary>Sends messages in order, one call each: a failure leaves the earlier ones sent.</summary>
    public virtual async Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        foreach (var message in messages)
        {
            await SendMessageAsync(message, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a message that becomes visible at <paramref name="scheduledEnqueueTime"/>, by the service's clock.</summary>
    /// <returns>0: the REST data plane does not tell the sequence number, and cannot cancel.</returns>
    public virtual async Task<long> ScheduleMessageAsync(
        ServiceBusMessage message, DateTimeOffset scheduledEnqueueTime, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        await _pipeline.SendAsync(EntityPath, message, scheduledEnqueueTime, cancellationToken).ConfigureAwait(false);
        return 0;
    }

    /// <summary>Nothing to release: connections belong to the process.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
