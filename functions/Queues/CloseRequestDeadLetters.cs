using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.Workflows;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Queues;

/// <summary>Dead-letter door to <see cref="DeadLetterAlarm"/>: messages about closings.</summary>
public sealed class CloseRequestDeadLetters(DeadLetterAlarm alarm)
{
    [Function(nameof(CloseRequestDeadLetters))]
    public Task Run(
        [ServiceBusTrigger(QueueNames.CloseRequests + "/$deadletterqueue", Connection = "ServiceBusConnection")] string body, CancellationToken cancellationToken) =>
        alarm.RaiseAsync(QueueNames.CloseRequests, body, cancellationToken);
}
