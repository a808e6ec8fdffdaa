using System.Collections.Concurrent;
using ExitDesk.Simulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Compat.Tests.Alpaca.Markets;

/// <summary>A loopback server that gives scripted answers in turn, the last one ever after, and keeps what was asked.</summary>
internal sealed class ScriptedApi : IAsyncDisposable
{
    private readonly ConcurrentQueue<RequestDelegate> _answers;
    private readonly ConcurrentQueue<ReceivedRequest> _received = new();
    private LoopbackServer? _server;

    private ScriptedApi(IEnumerable<RequestDelegate> answers) => _answers = new ConcurrentQueue<RequestDelegate>(answers);

    public Uri Address => _server!.Address;

    public IReadOnlyList<ReceivedRequest> Received => [.. _received];

    public static async Task<ScriptedApi> StartAsync(params RequestDelegate[] answers)
    {
        var api = new ScriptedApi(answers);
        api._server = await LoopbackServer.StartAsync(application => application.Run(api.AnswerAsync));
        return api;
    }

    public static RequestDelegate Json(string body, int status = 200, params (string Name, string Value)[] headers) =>
        context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return context.Response.WriteAsync(body, context.RequestAborted);
        };

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        _received.Enqueue(ReceivedRequest.Of(context.Request));
        return _answers.Count > 1 && _answers.TryDequeue(out var answer)
            ? answer(context)
            : _answers.First()(context);
    }
}
