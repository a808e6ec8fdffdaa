using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

/// <summary>Queue functions that tell the probe of each message.</summary>
public static class QueueFunctions
{
    public const string Queue = "close-requests";

    public sealed class Noting(Probe probe)
    {
        [Function("Noting")]
        public Task RunAsync([ServiceBusTrigger("%QUEUE%", Connection = "Bus")] string body)
        {
            probe.See(body);
            return Task.CompletedTask;
        }
    }

    public sealed class Failing(Probe probe)
    {
        [Function("Failing")]
        public void Run([ServiceBusTrigger(Queue, Connection = "Bus")] string body)
        {
            probe.See($"failing {body}");
            throw new InvalidOperationException("on purpose");
        }
    }

    public sealed class Waiting(Probe probe)
    {
        [Function("Waiting")]
        public async Task RunAsync([ServiceBusTrigger(Queue, Connection = "Bus")] string body, CancellationToken cancellationToken)
        {
            probe.See(body);
            await probe.DoorAsync(cancellationToken);
        }
    }

    public sealed class DeadLetters(Probe probe)
    {
        [Function("DeadLetters")]
        public void Run([ServiceBusTrigger($"{Queue}/$deadletterqueue", Connection = "Bus")] string body) => probe.See($"dead {body}");
    }
}
