using System.Net;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class RequestKeysTests
{
    private static readonly Type[] Functions = [typeof(HttpFunctions)];
    private static readonly string[] Keys = ["--FUNCTIONS_HOST_KEY=host-key", "--FUNCTIONS_MASTER_KEY=master-key"];

    [Theory]
    [InlineData("Guarded", null, HttpStatusCode.Unauthorized)]
    [InlineData("Guarded", "", HttpStatusCode.Unauthorized)]
    [InlineData("Guarded", "host-kez", HttpStatusCode.Unauthorized)]
    [InlineData("Guarded", "host-key", HttpStatusCode.NoContent)]
    [InlineData("Guarded", "master-key", HttpStatusCode.NoContent)]
    [InlineData("Owned", "host-key", HttpStatusCode.Unauthorized)]
    [InlineData("Owned", "master-key", HttpStatusCode.NoContent)]
    public async Task WhenKeyIsInHeader_LevelDecides(string function, string? key, HttpStatusCode expected)
    {
        // Keys that are set are asked for in development too.
        await using var host = await WorkerHost.StartAsync(Functions, [.. Keys, "--environment=Development"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/{function}");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("x-functions-key", key);
        }

        Assert.Equal(expected, (await host.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/api/Guarded?code=host-key", HttpStatusCode.NoContent)]
    [InlineData("/api/Guarded?code=wrong", HttpStatusCode.Unauthorized)]
    public async Task WhenKeyIsInQuery_ItCounts(string address, HttpStatusCode expected)
    {
        await using var host = await WorkerHost.StartAsync(Functions, Keys);

        Assert.Equal(expected, (await host.Http.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("Production", "127.0.0.1", false, HttpStatusCode.Unauthorized)]
    [InlineData("Development", "127.0.0.1", false, HttpStatusCode.NoContent)]
    [InlineData("Development", "localhost", false, HttpStatusCode.NoContent)]
    [InlineData("Development", "desk.example.org", false, HttpStatusCode.Unauthorized)]
    [InlineData("Development", "127.0.0.1", true, HttpStatusCode.Unauthorized)]
    public async Task WhenNoKeyIsSet_OnlyDeveloperOnThisMachinePasses(
        string environment, string name, bool isForwarded, HttpStatusCode expected)
    {
        await using var host = await WorkerHost.StartAsync(Functions, [$"--environment={environment}"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/Guarded");
        request.Headers.Host = name;
        if (isForwarded)
        {
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        }

        Assert.Equal(expected, (await host.Http.SendAsync(request)).StatusCode);
    }
}
