using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.Workflows;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Queues;

/// <summary>Dead-letter door to <see cref="DeadLetterAlarm"/>: messages about entries.</summary>
public sealed class EntryRequestDeadLetters(DeadLetterAlarm alarm)
{
    [Function(nameof(EntryRequestDeadLetters))]
    public Task Run(
        [ServiceBusTrigger(QueueNames.EntryRequests + "/$deadletterqueue", Connection = "ServiceBusConnection")] string body, CancellationToken cancellationToken) =>
        alarm.RaiseAsync(QueueNames.EntryRequests, body, cancellationToken);
}
