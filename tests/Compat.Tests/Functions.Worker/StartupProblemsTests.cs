using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Hosting;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class StartupProblemsTests
{
    [Fact]
    public void WhenManyThingsAreWrong_AllAreListedAtOnce()
    {
        var folder = WorkerHost.EmptyFolder();
        File.WriteAllText(
            Path.Combine(folder, "host.json"),
            """{ "functionTimeout": "long", "extensions": { "serviceBus": { "maxConcurrentCalls": 0, "autoCompleteMessages": false } } }""");

        var unusable = Assert.Throws<UnusableApplicationException>(() =>
            WorkerHost.Build([typeof(Wrong)], ["--BAD_CRON=often", "--BAD_BUS=Endpoint"], new HostSetup { Folder = folder }));

        string[] expected =
        [
            "host.json: extensions.serviceBus.maxConcurrentCalls is '0'",
            "host.json: functionTimeout is 'long'",
            "host.json: extensions.serviceBus.autoCompleteMessages is 'false'",
            "Function Twice: ",
            "Function UnknownSetting: the setting %NOT_SET% is not set",
            "Function BadCron: 'often' is no schedule",
            "Function NoConnection: no Service Bus connection. Set MISSING_BUS",
            "Function UnknownQueue: the setting %NO_QUEUE% is not set",
            "Function BadConnection: ",
            "Function Hidden: ",
            "Function no-trigger: has 0 triggers",
            "Function OddParameter: parameter 'count' of type Int32 cannot be filled",
            "Function AsyncVoid: is async void",
            "Function OddResult: returns String",
            "Function SystemLevel: asks for level System",
            "Functions: SameRouteA and SameRouteB answer the same route",
            "Function BadRoute: the route '/api/{' is malformed",
            "Function 1st: is no valid name",
        ];
        Assert.All(expected, problem => Assert.Contains(unusable.Problems, found => found.StartsWith(problem, StringComparison.Ordinal)));
        Assert.All(unusable.Problems, found => Assert.Contains(expected, problem => found.StartsWith(problem, StringComparison.Ordinal)));
        Assert.All(unusable.Problems, found => Assert.Contains(found, unusable.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenAddressIsTaken_StartSaysSoAndNoFunctionRuns()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        using var host = WorkerHost.Build([typeof(RunsAtOnce)], [$"--urls={address}"]);

        var unusable = await Assert.ThrowsAsync<UnusableApplicationException>(() => host.StartAsync());

        Assert.Contains($"cannot listen on {address}", unusable.Message, StringComparison.Ordinal);
        Assert.Equal(0, RunsAtOnce.Runs);
    }

    [Theory]
    [InlineData("here", "is no address")]
    [InlineData("https://127.0.0.1:7071", "is not http")]
    [InlineData("http://localhost:0", "127.0.0.1 in place of localhost")]
    [InlineData("http://127.0.0.1:7071/base", "has a path")]
    public void WhenAddressCannotBeServed_ItIsNamedWithTheReason(string address, string reason)
    {
        var unusable = Assert.Throws<UnusableApplicationException>(() => WorkerHost.Build([], [$"--urls={address}"]));

        var problem = Assert.Single(unusable.Problems);
        Assert.StartsWith($"ASPNETCORE_URLS: '{address}'", problem, StringComparison.Ordinal);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenHttpIsNotConfigured_HttpFunctionsAreRefused()
    {
        var setup = new HostSetup { Folder = WorkerHost.EmptyFolder(), FunctionTypes = [typeof(HttpFunctions)], EndsProcess = false };
        var builder = new FunctionsApplicationBuilder([], setup);

        var unusable = Assert.Throws<UnusableApplicationException>(builder.Build);

        Assert.All(unusable.Problems, problem => Assert.Contains("ConfigureFunctionsWebApplication()", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void WhenBuiltTwice_SecondBuildThrows()
    {
        var setup = new HostSetup { Folder = WorkerHost.EmptyFolder(), FunctionTypes = [], EndsProcess = false };
        var builder = new FunctionsApplicationBuilder([], setup);
        using var host = builder.Build();

        Assert.Throws<InvalidOperationException>(builder.Build);
    }

    public static class RunsAtOnce
    {
        public static int Runs { get; private set; }

        [Function("RunsAtOnce")]
        public static void Run([TimerTrigger("0 0 0 * * *", RunOnStartup = true)] TimerInfo timer) => Runs++;
    }

    public sealed class Wrong
    {
        [Function("Twice")]
        public void First([TimerTrigger("0 * * * * *")] TimerInfo timer) { }

        [Function("twice")]
        public void Second([TimerTrigger("0 * * * * *")] TimerInfo timer) { }

        [Function("UnknownSetting")]
        public void UnknownSetting([TimerTrigger("%NOT_SET%")] TimerInfo timer) { }

        [Function("BadCron")]
        public void BadCron([TimerTrigger("%BAD_CRON%")] TimerInfo timer) { }

        [Function("NoConnection")]
        public void NoConnection([ServiceBusTrigger("queue", Connection = "MISSING_BUS")] string body) { }

        [Function("UnknownQueue")]
        public void UnknownQueue([ServiceBusTrigger("%NO_QUEUE%", Connection = "BAD_BUS")] string body) { }

        [Function("BadConnection")]
        public void BadConnection([ServiceBusTrigger("queue", Connection = "BAD_BUS")] string body) { }

        [Function("no-trigger")]
        public void NoTrigger() { }

        [Function("OddParameter")]
        public void OddParameter([TimerTrigger("0 * * * * *")] TimerInfo timer, int count) { }

        [Function("AsyncVoid")]
        public async void AsyncVoid([TimerTrigger("0 * * * * *")] TimerInfo timer) => await Task.Yield();

        [Function("OddResult")]
        public string OddResult([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => "";

        [Function("SystemLevel")]
        public IResult SystemLevel([HttpTrigger(AuthorizationLevel.System)] HttpRequest request) => Results.Ok();

        [Function("SameRouteA")]
        public IResult SameRouteA([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "same")] HttpRequest request) => Results.Ok();

        [Function("SameRouteB")]
        public IResult SameRouteB([HttpTrigger(AuthorizationLevel.Anonymous, "GET", Route = "Same")] HttpRequest request) => Results.Ok();

        [Function("BadRoute")]
        public IResult BadRoute([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{")] HttpRequest request) => Results.Ok();

        [Function("1st")]
        public void BadName([TimerTrigger("0 * * * * *")] TimerInfo timer) { }

        [Function("Hidden")]
        internal void Hidden([TimerTrigger("0 * * * * *")] TimerInfo timer) { }
    }
}
