using System.Net;
using Microsoft.Azure.Functions.Worker.Hosting;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class ShutdownTests
{
    private static readonly Type[] Functions = [typeof(HttpFunctions), typeof(TimerFunctions.Waiting)];
    private static readonly string[] Settings = ["--OFTEN=0 0 0 1 1 *", "--FUNCTIONS_MASTER_KEY=master"];

    [Fact]
    public async Task WhenInvocationIsRunning_StopWaitsForItsEndAndTakesNothingNew()
    {
        await using var host = await WorkerHost.StartAsync(Functions, Settings, Setup(TimeSpan.FromMinutes(1)));
        var call = host.Http.GetAsync("/api/Waits");
        Assert.Equal("waiting", await host.Probe.NextAsync());

        var stop = host.Host.StopAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Http.GetAsync("/api/greet/Ada")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.RunNowAsync("Waiting", "master")).StatusCode);
        Assert.False(stop.IsCompleted);
        host.Probe.Open();

        Assert.Equal(HttpStatusCode.OK, (await call).StatusCode);
        Assert.Equal("finished", await host.Probe.NextAsync());
        await stop;
    }

    [Fact]
    public async Task WhenInvocationOutlastsDrainLimit_ItIsCancelled()
    {
        await using var host = await WorkerHost.StartAsync(Functions, Settings, Setup(TimeSpan.Zero));
        await host.RunNowAsync("Waiting", "master");
        Assert.Equal("begun", await host.Probe.NextAsync());

        await host.Host.StopAsync();

        Assert.Equal(["begun"], host.Probe.All);
    }

    [Fact]
    public async Task WhenNothingRuns_StopIsQuick()
    {
        await using var host = await WorkerHost.StartAsync(Functions, Settings, Setup(TimeSpan.FromHours(1)));

        await host.Host.StopAsync().WaitAsync(TimeSpan.FromSeconds(5));
    }

    private static HostSetup Setup(TimeSpan drainLimit) => new() { Folder = WorkerHost.EmptyFolder(), DrainLimit = drainLimit };
}
