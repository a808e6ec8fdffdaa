using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Closing;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Queues;

/// <summary>Queue door to <see cref="CloseExecution"/>.</summary>
public sealed class ExecuteClose(CloseExecution execution)
{
    [Function(nameof(ExecuteClose))]
    public Task Run(
        [ServiceBusTrigger(QueueNames.CloseRequests, Connection = "ServiceBusConnection")] string body, CancellationToken cancellationToken) =>
        execution.RunAsync(LedgerJson.Read<CloseRequest>(QueueNames.CloseRequests, body), cancellationToken);
}
