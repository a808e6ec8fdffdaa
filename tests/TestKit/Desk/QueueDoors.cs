using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.Engine.Workflows.Operator;
using Microsoft.Extensions.DependencyInjection;

namespace ExitDesk.TestKit.Desk;

/// <summary>What the function app's queue triggers do with a message.</summary>
internal static class QueueDoors
{
    public static Task HandleAsync(IServiceProvider services, QueueMessage message) => message.Queue switch
    {
        QueueNames.CloseRequests => services.GetRequiredService<CloseExecution>()
            .RunAsync(LedgerJson.Read<CloseRequest>(message.Queue, message.Body), CancellationToken.None),
        QueueNames.EntryRequests => services.GetRequiredService<EntryMessages>().RunAsync(message.Body, CancellationToken.None),
        QueueNames.OperatorActions => services.GetRequiredService<OperatorActions>()
            .RunAsync(LedgerJson.Read<OperatorUpdate>(message.Queue, message.Body), CancellationToken.None),
        _ => throw new ArgumentException($"nobody reads the queue {message.Queue}", nameof(message)),
    };
}
