using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using ExitDesk.Simulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Compat.Tests.ServiceBus;

/// <summary>Answers each request with the next of some status codes, the last one over and over, and keeps the headers it saw.</summary>
internal sealed class StubService : IAsyncDisposable
{
    /// <summary>In place of a status: the connection breaks after the request has been read.</summary>
    public const int Reset = 0;

    private readonly ConcurrentQueue<IHeaderDictionary> _seen = new();
    private LoopbackServer _server = null!;

    public IReadOnlyList<IHeaderDictionary> Seen => [.. _seen];

    public Uri Address => _server.Address;

    public static async Task<StubService> StartAsync(params int[] statuses)
    {
        var stub = new StubService();
        stub._server = await LoopbackServer.StartAsync(application => ((IApplicationBuilder)application).Run(context =>
        {
            stub._seen.Enqueue(new HeaderDictionary(context.Request.Headers.ToDictionary()));
            var status = statuses[Math.Min(stub._seen.Count, statuses.Length) - 1];
            if (status == Reset)
            {
                context.Abort();
            }
            else
            {
                context.Response.StatusCode = status;
            }

            return Task.CompletedTask;
        }));
        return stub;
    }

    /// <summary>A client that repeats what may be repeated twice, and quickly.</summary>
    public ServiceBusClient Client(string credential = "SharedAccessKeyName=name;SharedAccessKey=the-secret") => new(
        $"Endpoint=sb://{Address.Authority};{credential};UseDevelopmentEmulator=true",
        new ServiceBusClientOptions
        {
            RetryOptions = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) },
        });

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
