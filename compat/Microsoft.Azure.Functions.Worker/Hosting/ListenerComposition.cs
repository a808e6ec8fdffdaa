using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Makes the listener of each function that has one: HTTP functions have the web server.</summary>
internal sealed class ListenerComposition(
    FunctionInvoker invoker,
    ScheduleFolder schedules,
    IReadOnlyDictionary<FunctionEntry, ServiceBusReceiver> receivers,
    HostJson hostJson,
    RunningInvocations running,
    HostSetup setup,
    ILoggerFactory loggers)
{
    public IReadOnlyList<IListener> For(IReadOnlyList<FunctionEntry> functions) => [.. functions.Select(Make).OfType<IListener>()];

    private IListener? Make(FunctionEntry function)
    {
        var log = loggers.CreateLogger($"Host.{function.Name}");
        return function.Trigger switch
        {
            TimerTrigger timer => new TimerListener(function, timer, invoker, schedules, setup.Time, log),
            QueueTrigger => Pump(function, receivers[function], log),
            _ => null,
        };
    }

    private QueuePump Pump(FunctionEntry function, ServiceBusReceiver receiver, ILogger log) => new(
        function,
        new QueueReception(receiver, setup.Time, log),
        new LockRenewal(receiver, hostJson.MaxLockRenewal, setup.Time, log),
        invoker,
        hostJson.MaxConcurrentCalls,
        running,
        log);
}
