using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Operator;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Queues;

/// <summary>Queue door to <see cref="OperatorActions"/>.</summary>
public sealed class HandleOperatorAction(OperatorActions actions)
{
    [Function(nameof(HandleOperatorAction))]
    public Task Run(
        [ServiceBusTrigger(QueueNames.OperatorActions, Connection = "ServiceBusConnection")] string body, CancellationToken cancellationToken) =>
        actions.RunAsync(LedgerJson.Read<OperatorUpdate>(QueueNames.OperatorActions, body), cancellationToken);
}
