using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

/// <summary>A host of the stand-in on a free port, with the functions of the given types.</summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private WorkerHost(IHost host, Probe probe)
    {
        Host = host;
        Probe = probe;
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Http = new HttpClient { BaseAddress = new Uri(addresses.Addresses.First()), Timeout = Patience };
    }

    public IHost Host { get; }

    public HttpClient Http { get; }

    public Probe Probe { get; }

    public static async Task<WorkerHost> StartAsync(
        IReadOnlyList<Type> functions,
        IReadOnlyList<string>? settings = null,
        HostSetup? setup = null,
        Action<FunctionsApplicationBuilder>? compose = null)
    {
        var probe = new Probe();
        var host = Build(functions, settings, setup, builder =>
        {
            builder.Services.AddSingleton(probe);
            compose?.Invoke(builder);
        });
        await host.StartAsync();
        return new WorkerHost(host, probe);
    }

    /// <summary>Builds without starting; what is wrong is thrown.</summary>
    public static IHost Build(
        IReadOnlyList<Type> functions,
        IReadOnlyList<string>? settings = null,
        HostSetup? setup = null,
        Action<FunctionsApplicationBuilder>? compose = null)
    {
        // Later arguments win: a test may name another address.
        string[] args = ["--urls=http://127.0.0.1:0", .. settings ?? []];
        var surroundings = (setup ?? new HostSetup { Folder = EmptyFolder() }) with { FunctionTypes = functions, EndsProcess = false };
        var builder = new FunctionsApplicationBuilder(args, surroundings);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        compose?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>A new folder without host.json.</summary>
    public static string EmptyFolder() => Directory.CreateTempSubdirectory("functions-worker-").FullName;

    /// <summary>Asks the host to run a function now.</summary>
    public Task<HttpResponseMessage> RunNowAsync(string function, string? key = null, string? input = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/admin/functions/{function}")
        {
            Content = JsonContent.Create(new JsonObject { ["input"] = input }),
        };
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        return Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Probe.Open(100);
        await Host.StopAsync();
        await ((IAsyncDisposable)Host).DisposeAsync();
        Probe.Dispose();
    }
}
