using Azure.Identity;
using Azure.Messaging.ServiceBus;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Opens the receivers of queue functions. Makes no call.</summary>
internal static class QueueReceivers
{
    /// <summary>One receiver for each queue function whose connection is well formed; the others are reported.</summary>
    public static IReadOnlyDictionary<FunctionEntry, ServiceBusReceiver> Open(
        IReadOnlyList<FunctionEntry> functions, StartupProblems problems)
    {
        var clients = new Dictionary<QueueConnection, ServiceBusClient>();
        var receivers = new Dictionary<FunctionEntry, ServiceBusReceiver>();
        foreach (var function in functions)
        {
            if (function.Trigger is not QueueTrigger trigger)
            {
                continue;
            }

            try
            {
                var client = clients.TryGetValue(trigger.Connection, out var known) ? known : Client(trigger.Connection);
                clients[trigger.Connection] = client;
                receivers[function] = client.CreateReceiver(trigger.Queue, Options(trigger));
            }
            catch (Exception malformed) when (malformed is ArgumentException or FormatException)
            {
                problems.Add($"Function {function.Name}", malformed.Message);
            }
        }

        return receivers;
    }

    private static ServiceBusClient Client(QueueConnection connection) => connection.ConnectionString is { } text
        ? new ServiceBusClient(text)
        : new ServiceBusClient(connection.FullyQualifiedNamespace!, new DefaultAzureCredential());

    private static ServiceBusReceiverOptions Options(QueueTrigger trigger) =>
        new() { SubQueue = trigger.IsDeadLetter ? SubQueue.DeadLetter : SubQueue.None };
}
