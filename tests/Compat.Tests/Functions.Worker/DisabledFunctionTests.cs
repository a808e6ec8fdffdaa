using System.Net;
using ExitDesk.TestKit.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Hosting;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class DisabledFunctionTests
{
    [Fact]
    public async Task WhenTimerIsDisabled_OnlyTheAdminCallRunsIt()
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 7, 1, 14, 0, 0, TimeSpan.Zero));
        await using var host = await WorkerHost.StartAsync(
            [typeof(TimerFunctions.AtStart), typeof(TimerFunctions.Often)],
            ["--OFTEN=0 * * * * *", "--AzureWebJobs.AtStart.Disabled=true", "--FUNCTIONS_MASTER_KEY=master"],
            new HostSetup { Folder = WorkerHost.EmptyFolder(), Time = time });

        await time.WhenAwaitedAsync(time.GetUtcNow().AddMinutes(1));
        time.Advance(TimeSpan.FromMinutes(1));

        // The other timer ran; this one, which also wants to run at the start, did not.
        Assert.NotNull(((TimerInfo)await host.Probe.NextAsync()).ScheduleStatus);
        Assert.Single(host.Probe.All);
        Assert.Equal(HttpStatusCode.Accepted, (await host.RunNowAsync("AtStart", "master")).StatusCode);
        Assert.Null(((TimerInfo)await host.Probe.NextAsync()).ScheduleStatus);
    }

    [Theory]
    [InlineData("--AzureWebJobs.Greet.Disabled=true", HttpStatusCode.NotFound)]
    [InlineData("--AzureWebJobs:Greet:Disabled=1", HttpStatusCode.NotFound)]
    [InlineData("--AzureWebJobs.Greet.Disabled=false", HttpStatusCode.OK)]
    public async Task WhenHttpFunctionIsDisabled_ItsRouteIsGone(string setting, HttpStatusCode expected)
    {
        await using var host = await WorkerHost.StartAsync([typeof(HttpFunctions)], [setting]);

        Assert.Equal(expected, (await host.Http.GetAsync("/api/greet/Ada")).StatusCode);
    }
}
