using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ExitDesk.TestKit.Time;
using Microsoft.Azure.Functions.Worker.Hosting;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class AdminCallTests
{
    private static readonly Type[] Functions = [typeof(TimerFunctions.Waiting), typeof(TimerFunctions.Daily), typeof(HttpFunctions)];
    private static readonly string[] Settings = ["--OFTEN=0 0 0 * * *", "--FUNCTIONS_MASTER_KEY=master"];

    // Time stands still: whatever runs was asked for.
    private static readonly HostSetup Setup = new()
    {
        Folder = WorkerHost.EmptyFolder(),
        Time = new ManualTimeProvider(new DateTimeOffset(2026, 7, 1, 14, 0, 0, TimeSpan.Zero)),
    };

    [Fact]
    public async Task WhenTimerIsCalled_AnswerIs202BeforeItEnds()
    {
        await using var host = await WorkerHost.StartAsync(Functions, Settings, Setup);

        var answer = await host.RunNowAsync("waiting", "master");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("begun", await host.Probe.NextAsync());
        Assert.Single(host.Probe.All);
    }

    [Fact]
    public async Task WhenTimerIsCalledDuringItsRun_SecondRunWaitsForTheFirst()
    {
        await using var host = await WorkerHost.StartAsync(Functions, Settings, Setup);
        await host.RunNowAsync("Waiting", "master");
        Assert.Equal("begun", await host.Probe.NextAsync());

        await host.RunNowAsync("Waiting", "master");
        Assert.Single(host.Probe.All);
        host.Probe.Open(2);

        Assert.Equal("ended", await host.Probe.NextAsync());
        Assert.Equal("begun", await host.Probe.NextAsync());
        Assert.Equal("ended", await host.Probe.NextAsync());
    }

    [Theory]
    [InlineData("Waiting", null, HttpStatusCode.Unauthorized)]
    [InlineData("Waiting", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("Nowhere", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("Nowhere", "master", HttpStatusCode.NotFound)]
    [InlineData("Greet", "master", HttpStatusCode.BadRequest)]
    public async Task WhenCallIsWrong_StatusTellsAndNothingRuns(string function, string? key, HttpStatusCode expected)
    {
        await using var host = await WorkerHost.StartAsync(Functions, Settings, Setup);

        Assert.Equal(expected, (await host.RunNowAsync(function, key)).StatusCode);
        Assert.Empty(host.Probe.All);
    }

    [Fact]
    public async Task WhenBodyIsNotJson_CallIsRefused()
    {
        await using var host = await WorkerHost.StartAsync(Functions, Settings, Setup);

        var plain = await host.Http.PostAsync("/admin/functions/Waiting?code=master", new StringContent("{}"));
        var broken = await host.Http.PostAsync(
            "/admin/functions/Waiting?code=master", new StringContent("{", null, "application/json"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, plain.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Empty(host.Probe.All);
    }

    [Fact]
    public async Task WhenStatusIsAsked_ItCountsWhatRunsFromTheAcceptedCallOn()
    {
        await using var host = await WorkerHost.StartAsync(Functions, Settings, Setup);
        Assert.Equal(0, (int)(await StatusAsync(host))["running"]!);

        await host.RunNowAsync("Waiting", "master");
        Assert.True((int)(await StatusAsync(host))["running"]! > 0);

        Assert.Equal("begun", await host.Probe.NextAsync());
        host.Probe.Open();
        JsonNode status;
        do
        {
            status = await StatusAsync(host);
        }
        while ((int)status["running"]! > 0);

        Assert.Equal(1, (int)status["succeeded"]!);
        Assert.Equal(0, (int)status["failed"]!);
        Assert.Equal("Running", (string?)status["state"]);
    }

    [Fact]
    public async Task WhenStatusIsAskedWithoutKey_ItIsRefused()
    {
        await using var host = await WorkerHost.StartAsync(Functions, Settings, Setup);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.GetAsync("/admin/host/status")).StatusCode);
    }

    private static async Task<JsonNode> StatusAsync(WorkerHost host) =>
        (await host.Http.GetFromJsonAsync<JsonNode>("/admin/host/status?code=master"))!;
}
