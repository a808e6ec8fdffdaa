using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.Workflows;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Queues;

/// <summary>Dead-letter door to <see cref="DeadLetterAlarm"/>: messages about what the owner did.</summary>
public sealed class OperatorActionDeadLetters(DeadLetterAlarm alarm)
{
    [Function(nameof(OperatorActionDeadLetters))]
    public Task Run(
        [ServiceBusTrigger(QueueNames.OperatorActions + "/$deadletterqueue", Connection = "ServiceBusConnection")] string body, CancellationToken cancellationToken) =>
        alarm.RaiseAsync(QueueNames.OperatorActions, body, cancellationToken);
}
