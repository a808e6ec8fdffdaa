using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.Engine.Workflows.Operator;
using Microsoft.Extensions.DependencyInjection;

namespace ExitDesk.Simulation.Tests.World;

/// <summary>What the function app's queue triggers do with a message.</summary>
internal static class MessageHandlers
{
    public static Task HandleAsync(IServiceProvider services, QueueMessage message) =>
        message.Queue == QueueNames.CloseRequests ? services.GetRequiredService<CloseExecution>().RunAsync(LedgerJson.Read<CloseRequest>(message.Queue, message.Body), CancellationToken.None)
        : message.Queue == QueueNames.EntryRequests ? services.GetRequiredService<EntryMessages>().RunAsync(message.Body, CancellationToken.None)
        : services.GetRequiredService<OperatorActions>().RunAsync(LedgerJson.Read<OperatorUpdate>(message.Queue, message.Body), CancellationToken.None);

    public static Task BuryAsync(IServiceProvider services, QueueMessage message) =>
        services.GetRequiredService<DeadLetterAlarm>().RaiseAsync(message.Queue, message.Body, CancellationToken.None);
}
