using System.Collections.Concurrent;
using ExitDesk.Engine.Adapters.Tables;
using ExitDesk.Simulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

/// <summary>A table service that fails as a test says; it creates tables willingly unless the test answers that too.</summary>
internal sealed class StorageStub : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    private StorageStub(LoopbackServer server, ConcurrentQueue<string> requests)
    {
        _server = server;
        Requests = requests;
        Ledger = new TableLedger(new TableLedgerOptions("PA3TEST") { ConnectionString = ConnectionString(server.Address) });
    }

    /// <summary>Method and last part of the path of each request.</summary>
    public IReadOnlyCollection<string> Requests { get; }

    public TableLedger Ledger { get; }

    public int Batches => Requests.Count(request => request == "POST $batch");

    /// <param name="answer">Answers everything but the making of tables.</param>
    public static Task<StorageStub> StartAsync(Func<HttpContext, Task> answer) => StartWithTablesAsync(context =>
    {
        context.Response.StatusCode = 204;
        return IsTableRequest(context) ? Task.CompletedTask : answer(context);
    });

    public static async Task<StorageStub> StartWithTablesAsync(Func<HttpContext, Task> answer)
    {
        var requests = new ConcurrentQueue<string>();
        var server = await LoopbackServer.StartAsync(application => application.Run(context =>
        {
            requests.Enqueue($"{context.Request.Method} {context.Request.Path.Value!.Split('/')[^1]}");
            return answer(context);
        }));
        return new StorageStub(server, requests);
    }

    public static bool IsTableRequest(HttpContext context) =>
        context.Request.Path.Value!.EndsWith("/Tables", StringComparison.Ordinal);

    public static Task FailAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            $$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"en-US","value":"injected"}}}""");
    }

    // The account that Azurite has by default, with its published key.
    public static string ConnectionString(Uri address) =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"TableEndpoint={new Uri(address, "/devstoreaccount1")};";

    public async ValueTask DisposeAsync()
    {
        Ledger.Dispose();
        await _server.DisposeAsync();
    }
}
