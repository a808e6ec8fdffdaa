using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

/// <summary>Timer functions that tell the probe of each run.</summary>
public static class TimerFunctions
{
    public sealed class Often(Probe probe)
    {
        [Function("Often")]
        public void Run([TimerTrigger("%OFTEN%")] TimerInfo timer) => probe.See(timer);
    }

    public sealed class Waiting(Probe probe)
    {
        [Function("Waiting")]
        public async Task RunAsync([TimerTrigger("%OFTEN%")] TimerInfo timer, CancellationToken cancellationToken)
        {
            probe.See("begun");
            await probe.DoorAsync(cancellationToken);
            probe.See("ended");
        }
    }

    public sealed class Failing(Probe probe)
    {
        [Function("Failing")]
        public Task RunAsync([TimerTrigger("%OFTEN%")] TimerInfo timer)
        {
            probe.See("failing");
            return Task.FromException(new InvalidOperationException("on purpose"));
        }
    }

    public sealed class AtStart(Probe probe)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("0 0 0 * * *", RunOnStartup = true)] TimerInfo timer) => probe.See(timer);
    }

    public sealed class Daily(Probe probe)
    {
        [Function("Daily")]
        public void Run([TimerTrigger("0 0 21 * * *")] TimerInfo timer) => probe.See(timer);
    }
}
