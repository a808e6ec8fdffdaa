using System.Collections.Concurrent;
using ExitDesk.Engine.Adapters.Alpaca;
using ExitDesk.Simulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

/// <summary>A web server that answers as a test says, with a client that talks to it.</summary>
internal sealed class BrokerStub : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);
    private readonly LoopbackServer _server;

    private BrokerStub(LoopbackServer server, ConcurrentQueue<string> requests, ConcurrentQueue<string> bodies)
    {
        _server = server;
        Requests = requests;
        Bodies = bodies;
        Calls = new BrokerCalls(Time);
        Client = new AlpacaTradingClient(Options(server.Address), Time, Calls);
        Reader = new AlpacaTradingClient(Options(server.Address), Time, Calls, CallShare.Others);
        Sdk = new SdkClients(Options(server.Address));
        Market = new AlpacaMarketData(Sdk, Options(server.Address), Time, Calls);
    }

    /// <summary>Method, path and query of each request, in order; unescaped.</summary>
    public IReadOnlyCollection<string> Requests { get; }

    /// <summary>The body of each request, in order; empty where it had none.</summary>
    public IReadOnlyCollection<string> Bodies { get; }

    public ManualTime Time { get; } = new(Now);

    public BrokerCalls Calls { get; }

    /// <summary>One that closes.</summary>
    public AlpacaTradingClient Client { get; }

    /// <summary>One that leaves calls free for closes.</summary>
    public AlpacaTradingClient Reader { get; }

    public AlpacaMarketData Market { get; }

    private SdkClients Sdk { get; }

    public static AlpacaOptions Options(Uri address) => new()
    {
        TradingUrl = address,
        DataUrl = address,
        KeyId = "PKTESTKEYID0000",
        SecretKey = "secret-of-the-account",
    };

    /// <summary>Starts a stub that gives the same answer to everything.</summary>
    public static Task<BrokerStub> StartAsync(StubAnswer answer) => StartAsync((_, _) => answer);

    /// <summary>Starts a stub.</summary>
    /// <param name="answer">From the request, and how many came before it.</param>
    public static async Task<BrokerStub> StartAsync(Func<HttpRequest, int, StubAnswer> answer)
    {
        var requests = new ConcurrentQueue<string>();
        var bodies = new ConcurrentQueue<string>();
        var server = await LoopbackServer.StartAsync(application => application.Run(async context =>
        {
            var reply = answer(context.Request, requests.Count);
            var query = Uri.UnescapeDataString(context.Request.QueryString.Value!);
            using var body = new StreamReader(context.Request.Body);
            bodies.Enqueue(await body.ReadToEndAsync());
            requests.Enqueue($"{context.Request.Method} {context.Request.Path}{query}");
            context.Response.StatusCode = reply.Status;
            foreach (var (name, value) in reply.Headers)
            {
                context.Response.Headers[name] = value;
            }

            if (reply.Body.Length > 0)
            {
                await context.Response.WriteAsync(reply.Body);
            }
        }));
        return new BrokerStub(server, requests, bodies);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Reader.Dispose();
        Market.Dispose();
        Sdk.Dispose();
        await _server.DisposeAsync();
    }
}
