using System.Net;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Hosting;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class HttpTriggerTests
{
    private static readonly Type[] Functions = [typeof(HttpFunctions)];

    [Fact]
    public async Task WhenRouteHasParameter_IResultIsAnswered()
    {
        await using var host = await WorkerHost.StartAsync(Functions);

        Assert.Equal("Hello Ada", await host.Http.GetStringAsync("/api/greet/Ada"));
    }

    [Fact]
    public async Task WhenRouteIsLeftOut_NameIsRouteAndIActionResultIsAnswered()
    {
        await using var host = await WorkerHost.StartAsync(Functions);

        var answer = await host.Http.PostAsync("/api/Echo", new StringContent("hey"));

        Assert.Equal("""{"said":"hey"}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task WhenMethodIsNotNamed_NothingRuns()
    {
        await using var host = await WorkerHost.StartAsync(Functions);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.Http.GetAsync("/api/Echo")).StatusCode);
    }

    [Fact]
    public async Task WhenFunctionThrows_AnswerIs500WithoutDetailsAndHostLivesOn()
    {
        await using var host = await WorkerHost.StartAsync(Functions);

        var answer = await host.Http.GetAsync("/api/Fails");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        Assert.Equal("Hello Ada", await host.Http.GetStringAsync("/api/greet/Ada"));
    }

    [Fact]
    public async Task WhenContextIsAsked_ItDescribesFunctionAndDiffersByInvocation()
    {
        await using var host = await WorkerHost.StartAsync(Functions);

        var first = JsonDocument.Parse(await host.Http.GetStringAsync("/api/Context")).RootElement;
        var second = JsonDocument.Parse(await host.Http.GetStringAsync("/api/Context")).RootElement;

        Assert.Equal("Context", first.GetProperty("name").GetString());
        Assert.Equal("ExitDesk.Compat.Tests.FunctionsWorker.HttpFunctions.Context", first.GetProperty("entryPoint").GetString());
        Assert.True(first.GetProperty("sameRequest").GetBoolean());
        Assert.True(first.GetProperty("sameServices").GetBoolean());
        Assert.Equal(first.GetProperty("functionId").GetString(), second.GetProperty("functionId").GetString());
        Assert.NotEqual(first.GetProperty("invocationId").GetString(), second.GetProperty("invocationId").GetString());
    }

    [Fact]
    public async Task WhenCallerGoesAway_InvocationIsCancelled()
    {
        await using var host = await WorkerHost.StartAsync(Functions);
        using var caller = new CancellationTokenSource();
        var call = host.Http.GetAsync("/api/Waits", caller.Token);
        Assert.Equal("waiting", await host.Probe.NextAsync());

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("cancelled", await host.Probe.NextAsync());
    }

    [Fact]
    public async Task WhenHostJsonNamesPrefix_RoutesLieBelowIt()
    {
        var folder = WorkerHost.EmptyFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "host.json"), """{ "extensions": { "http": { "routePrefix": "desk/v1" } } }""");
        await using var host = await WorkerHost.StartAsync(Functions, setup: new HostSetup { Folder = folder });

        Assert.Equal("Hello Ada", await host.Http.GetStringAsync("/desk/v1/greet/Ada"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/api/greet/Ada")).StatusCode);
    }

    [Fact]
    public async Task WhenPrefixIsEmpty_RoutesLieAtRoot()
    {
        var folder = WorkerHost.EmptyFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "host.json"), """{ "extensions": { "http": { "routePrefix": "" } } }""");
        await using var host = await WorkerHost.StartAsync(Functions, setup: new HostSetup { Folder = folder });

        Assert.Equal("Hello Ada", await host.Http.GetStringAsync("/greet/Ada"));
    }
}
