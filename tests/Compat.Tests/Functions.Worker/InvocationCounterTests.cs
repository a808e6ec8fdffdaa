using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class InvocationCounterTests
{
    [Fact]
    public async Task WhenFunctionsEnd_TheyAreCountedByNameAndOutcome()
    {
        await using var host = await WorkerHost.StartAsync([typeof(HttpFunctions)]);
        var counted = new ConcurrentBag<string>();
        using var listener = new MeterListener();

        // Hosts of other tests count at the same time: only this host's meter is of interest.
        var meters = host.Host.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, subscriber) =>
        {
            if (instrument.Name == "functions.invocations" && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                subscriber.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted.Add($"{tags[0].Value} {tags[1].Value} {value}"));
        listener.Start();

        await host.Http.GetAsync("/api/greet/Ada");
        await host.Http.GetAsync("/api/Fails");

        Assert.Equal(["Fails failure 1", "Greet success 1"], counted.Order(StringComparer.Ordinal));
    }
}
