using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ExitDesk.Simulator.Http;
using ExitDesk.Simulator.Telegram.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Tests.Telegram;

/// <summary>A bot's webhook that answers as it is told and keeps what it got.</summary>
internal sealed class BotWebhook : IAsyncDisposable
{
    private readonly Channel<(string? Secret, JsonNode Update)> _received = Channel.CreateUnbounded<(string?, JsonNode)>();
    private readonly ConcurrentQueue<Func<CancellationToken, Task<int>>> _answers = new();
    private LoopbackServer? _server;
    private int _count;

    public Webhook Webhook => new(new Uri(_server!.Address, "api/telegram"), "s-1_A");

    /// <summary>Deliveries so far.</summary>
    public int Count => Volatile.Read(ref _count);

    public static async Task<BotWebhook> StartAsync()
    {
        var bot = new BotWebhook();
        bot._server = await LoopbackServer.StartAsync(application => application.MapPost("/api/telegram", bot.ReceiveAsync));
        return bot;
    }

    /// <summary>The statuses of the next answers; 200 once they are used up.</summary>
    public void WillAnswer(params int[] statuses)
    {
        foreach (var status in statuses)
        {
            _answers.Enqueue(_ => Task.FromResult(status));
        }
    }

    /// <summary>The next answer comes only when told.</summary>
    public void WillAnswer(Task<int> status) => _answers.Enqueue(cancellation => status.WaitAsync(cancellation));

    public async Task<(string? Secret, JsonNode Update)> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        return await _received.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync() => await _server!.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        var update = await JsonNode.ParseAsync(request.Body);

        // Its answer is taken before the test hears of it: afterwards the next delivery could take it first, on a busy machine.
        _answers.TryDequeue(out var answer);
        Interlocked.Increment(ref _count);
        _received.Writer.TryWrite((request.Headers["X-Telegram-Bot-Api-Secret-Token"], update!));
        return Results.StatusCode(answer is null ? 200 : await answer(request.HttpContext.RequestAborted));
    }
}
