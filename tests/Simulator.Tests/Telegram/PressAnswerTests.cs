using System.Net;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.Telegram;
using Xunit;

namespace ExitDesk.Simulator.Tests.Telegram;

public sealed class PressAnswerTests : IAsyncLifetime
{
    private const string TooOld = "query is too old and response timeout expired or query ID is invalid";
    private TelegramBench _telegram = null!;

    public async Task InitializeAsync() => _telegram = await TelegramBench.StartAsync();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task WhenAPressIsAnswered_TheUserSeesTheText()
    {
        var press = await Pressed();
        _telegram.Wall.Advance(TimeSpan.FromMilliseconds(120));

        (await Answer(press.CallbackId, "Closing")).IsOk();

        var answered = Assert.Single(_telegram.Chat.Presses);
        Assert.Equal((true, "Closing"), (answered.Answered, answered.Answer));
        Assert.Equal(new LatencySummary(1, 120, 120, 120), _telegram.Chat.Timings.Answered);
    }

    [Fact]
    public async Task WhenTheAnswerWindowIsOver_TheQueryIsTooOld()
    {
        var (inTime, late) = (await Pressed(), await Pressed());
        _telegram.Wall.Advance(TimeSpan.FromSeconds(15));
        (await Answer(inTime.CallbackId)).IsOk();

        _telegram.Wall.Advance(TimeSpan.FromMilliseconds(1));

        (await Answer(late.CallbackId)).IsRefused(HttpStatusCode.BadRequest, TooOld);
    }

    [Fact]
    public async Task WhenAnsweredTwiceOrUnknown_TheQueryIsInvalid()
    {
        var press = await Pressed();
        (await Answer(press.CallbackId)).IsOk();

        (await Answer(press.CallbackId)).IsRefused(HttpStatusCode.BadRequest, TooOld);
        (await Answer("1")).IsRefused(HttpStatusCode.BadRequest, TooOld);
    }

    [Fact]
    public async Task WhenTheTextIsOver200Characters_ItIsTooLong()
    {
        (await Answer((await Pressed()).CallbackId, new string('x', 201))).IsRefused(HttpStatusCode.BadRequest, "MESSAGE_TOO_LONG");
        (await Answer((await Pressed()).CallbackId, new string('x', 200))).IsOk();
    }

    [Fact]
    public async Task WhenTheMessageIsNotTheBots_ItHasNoButton()
    {
        _ = _telegram.Chat.SayAsync(TelegramBench.Owner, "hi");

        await Assert.ThrowsAsync<ArgumentException>(() => _telegram.Chat.PressAsync(TelegramBench.Owner, 1, "c"));
        await Assert.ThrowsAsync<ArgumentException>(() => _telegram.Chat.PressAsync(TelegramBench.Owner, 99, "c"));
    }

    private async Task<ButtonPress> Pressed()
    {
        _ = _telegram.Chat.PressAsync(TelegramBench.Owner, await _telegram.SendCardAsync(), "c:1");
        return _telegram.Chat.Presses[^1];
    }

    private Task<BotReply> Answer(string id, string? text = null) =>
        _telegram.CallAsync("answerCallbackQuery", new JsonObject { ["callback_query_id"] = id, ["text"] = text });
}
