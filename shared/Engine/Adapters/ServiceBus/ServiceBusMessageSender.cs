using System.Collections.Concurrent;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using ExitDesk.Engine.Ports.Messaging;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Adapters.ServiceBus;

/// <summary>Sends messages to Service Bus queues. Duplicate detection by MessageId makes a repeated send harmless.</summary>
public sealed class ServiceBusMessageSender(ServiceBusClient client, TimeProvider time, ILogger<ServiceBusMessageSender> logger)
    : IMessageSender
{
    private readonly ConcurrentDictionary<string, ServiceBusSender> _senders = new();

    public async Task<bool> TrySendAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        var outgoing = new ServiceBusMessage(message.Body) { MessageId = message.Id, ContentType = "application/json" };
        if (message.Delay is { } delay)
        {
            outgoing.ScheduledEnqueueTime = time.GetUtcNow() + delay;
        }

        try
        {
            var sender = _senders.GetOrAdd(message.Queue, client.CreateSender);
            await sender.SendMessageAsync(outgoing, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception problem) when (problem is ServiceBusException or AuthenticationFailedException or UnauthorizedAccessException or TimeoutException)
        {
            logger.LogWarning("Queue {Queue} did not take {Message}: {Problem}", message.Queue, message.Id, problem.Message);
            return false;
        }
    }
}
