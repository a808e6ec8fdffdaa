using System.Text.Json.Nodes;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Http;
using ExitDesk.Simulator.Telegram.Methods;
using ExitDesk.Simulator.Telegram.Page;
using ExitDesk.Simulator.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Telegram;

/// <summary>Telegram on this machine: the Bot API at <c>/bot{token}/{method}</c> and the chat in a browser at <c>/</c>.</summary>
/// <remarks>
/// At least as strict as https://core.telegram.org/bots/api, read 2026-11. Known methods: getMe, sendMessage, editMessageText,
/// editMessageReplyMarkup, deleteMessage, answerCallbackQuery, setWebhook, deleteWebhook, getWebhookInfo, getUpdates,
/// setMyCommands, getMyCommands.
/// </remarks>
public sealed class TelegramEndpoint : IAsyncDisposable
{
    private const string Prefix = "bot";

    private static readonly TimeSpan Late = TimeSpan.FromSeconds(20);

    private readonly LoopbackServer _server;
    private readonly MarketPause _pause;

    private TelegramEndpoint(LoopbackServer server, SimulatedChat chat, MarketPause pause) => (_server, Chat, _pause) = (server, chat, pause);

    /// <summary>Calls that wait for the market clock to move, under <see cref="Fault.TelegramLate"/>.</summary>
    public int LateCalls => _pause.Waiting;

    /// <summary>Where it listens: the page's address and the Bot API's base address.</summary>
    public Uri Address => _server.Address;

    public SimulatedChat Chat { get; }

    /// <summary>Starts a simulated Telegram.</summary>
    /// <param name="options">The bot and its people.</param>
    /// <param name="clock">Dates and waits.</param>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="time">Wall time, for latencies and time-outs; null: the system's.</param>
    /// <param name="port">The port to listen on; 0 takes a free one.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<TelegramEndpoint> StartAsync(
        TelegramOptions options,
        MarketClock clock,
        FaultPlan faults,
        TimeProvider? time = null,
        int port = 0,
        CancellationToken cancellationToken = default)
    {
        var chat = new SimulatedChat(options, clock, faults, time ?? TimeProvider.System);
        var pause = new MarketPause(clock);
        try
        {
            var server = await LoopbackServer
                .StartAsync(application => Map(application, chat, pause, time ?? TimeProvider.System), port, cancellationToken)
                .ConfigureAwait(false);
            return new TelegramEndpoint(server, chat, pause);
        }
        catch
        {
            chat.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Chat.Dispose();
        await _server.DisposeAsync().ConfigureAwait(false);
    }

    private static void Map(WebApplication application, SimulatedChat chat, MarketPause pause, TimeProvider time)
    {
        var methods = new BotMethods(chat);
        // Not "/bot{token}/…": routing looks for a literal prefix from the right, and a token may hold "bot" itself.
        application.MapMethods(
            "/{bot}/{method}",
            ["GET", "POST"],
            (string bot, string method, HttpRequest request) => bot.StartsWith(Prefix, StringComparison.Ordinal)
                ? CallAsync(bot[Prefix.Length..], method, request)
                : Task.FromResult(Write(new BotAnswer(404, null, "Not Found"))));
        ChatPage.Map(application, chat, time);
        application.MapFallback(() => Write(new BotAnswer(404, null, "Not Found")));

        async Task<IResult> CallAsync(string token, string method, HttpRequest request)
        {
            if (token != chat.Options.Token)
            {
                // Telegram tells a token of the right shape from any other path.
                return Write(LooksLikeToken(token)
                    ? new BotAnswer(401, null, "Unauthorized")
                    : new BotAnswer(404, null, "Not Found"));
            }

            try
            {
                var answer = methods.Call(method, await BotParameters.ReadAsync(request));
                if (chat.Faults.Hits(Fault.TelegramLate, 0.05))
                {
                    await pause.WaitAsync(Late, request.HttpContext.RequestAborted);
                }

                return Write(answer);
            }
            catch (BotRequestException exception)
            {
                return Write(exception.Answer);
            }
        }
    }

    private static bool LooksLikeToken(string token) =>
        token.Split(':') is [{ Length: > 0 } id, { Length: > 0 }] && id.All(char.IsAsciiDigit);

    private static IResult Write(BotAnswer answer)
    {
        JsonNode envelope = answer.ToJson();
        return Results.Text(envelope.ToJsonString(), "application/json", statusCode: answer.Status);
    }
}
