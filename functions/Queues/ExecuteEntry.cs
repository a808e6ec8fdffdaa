using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.Workflows.Entries;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Queues;

/// <summary>Queue door to <see cref="EntryMessages"/>.</summary>
public sealed class ExecuteEntry(EntryMessages messages)
{
    [Function(nameof(ExecuteEntry))]
    public Task Run(
        [ServiceBusTrigger(QueueNames.EntryRequests, Connection = "ServiceBusConnection")] string body, CancellationToken cancellationToken) =>
        messages.RunAsync(body, cancellationToken);
}
