using System.Text;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Telegram;
using ExitDesk.Simulator.Time;

namespace ExitDesk.Simulator.Tests.Telegram;

/// <summary>A simulated Telegram with a market and a wall clock that stand still, called as over the wire.</summary>
internal sealed class TelegramBench : IAsyncDisposable
{
    public const string Token = "7001:AAtop-secret_value";
    public const long Owner = 42;
    public const long Stranger = 666;
    public const long Viewer = 55;
    public const long Group = -100_777;
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 19, 28, 5, TimeSpan.Zero);

    private readonly HttpClient _http = new();
    private readonly TelegramEndpoint _endpoint;

    private TelegramBench(TelegramEndpoint endpoint, MarketClock clock, ManualTime wall) =>
        (_endpoint, Clock, Wall) = (endpoint, clock, wall);

    public SimulatedChat Chat => _endpoint.Chat;

    public Uri Address => _endpoint.Address;

    /// <summary>Calls that wait for the market clock.</summary>
    public int LateCalls => _endpoint.LateCalls;

    public MarketClock Clock { get; }

    public ManualTime Wall { get; }

    public HttpClient Http => _http;

    /// <summary>Updates that came twice so far.</summary>
    public int Repeats => Chat.Faults.Strikes.GetValueOrDefault(Fault.TelegramRepeat);

    public static async Task<TelegramBench> StartAsync(params Fault[] faults) => await StartAsync(Owner, faults);

    public static async Task<TelegramBench> StartAsync(long chatId, params Fault[] faults)
    {
        var (clock, wall) = (new MarketClock(Start), new ManualTime());
        var options = new TelegramOptions { Token = Token, OwnerId = Owner, ChatId = chatId, StrangerId = Stranger, ViewerId = Viewer, GroupId = Group };
        return new TelegramBench(
            await TelegramEndpoint.StartAsync(options, clock, new FaultPlan(faults.ToHashSet(), 1), wall), clock, wall);
    }

    /// <summary>Calls a method with a JSON body.</summary>
    public async Task<BotReply> CallAsync(string method, JsonObject? parameters = null, string token = Token)
    {
        using var body = new StringContent((parameters ?? []).ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri(Address, $"/bot{token}/{method}"), body);
        return await BotReply.ReadAsync(response);
    }

    public Task<BotReply> SendAsync(string text, string? parseMode = null, JsonNode? buttons = null, long chatId = Owner)
    {
        var parameters = new JsonObject { ["chat_id"] = chatId, ["text"] = text };
        if (parseMode is not null)
        {
            parameters["parse_mode"] = parseMode;
        }

        if (buttons is not null)
        {
            parameters["reply_markup"] = new JsonObject { ["inline_keyboard"] = buttons };
        }

        return CallAsync("sendMessage", parameters);
    }

    /// <summary>Sends a card with one button.</summary>
    public async Task<int> SendCardAsync(string button = "Close now", string data = "c:1") =>
        (await SendAsync("card", buttons: Row((button, data)))).Result!["message_id"]!.GetValue<int>();

    public static JsonArray Row(params (string Text, string Data)[] buttons) =>
        new(new JsonArray([.. buttons.Select(button =>
            (JsonNode)new JsonObject { ["text"] = button.Text, ["callback_data"] = button.Data })]));

    public void AdvanceSeconds(double seconds) => Clock.AdvanceTo(Clock.Now + TimeSpan.FromSeconds(seconds));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _endpoint.DisposeAsync();
    }
}
