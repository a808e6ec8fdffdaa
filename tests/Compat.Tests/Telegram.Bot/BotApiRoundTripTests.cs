using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Telegram;
using ExitDesk.Simulator.Time;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using Xunit;

namespace ExitDesk.Compat.Tests.TelegramBot;

/// <summary>The client against the simulated Bot API, over HTTP.</summary>
public sealed class BotApiRoundTripTests : IAsyncLifetime, IDisposable
{
    private const string Token = "7001:AAtop-secret_value";
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 19, 28, 5, TimeSpan.Zero);
    private readonly HttpClient _http = new();
    private TelegramEndpoint _telegram = null!;
    private TelegramBotClient _bot = null!;

    public async Task InitializeAsync()
    {
        _telegram = await TelegramEndpoint.StartAsync(
            new TelegramOptions { Token = Token, OwnerId = 42, ChatId = 42 }, new MarketClock(Start), FaultPlan.None);
        _bot = Client(Token);
    }

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task WhenACardIsSentAndEdited_TheChatShowsIt()
    {
        var card = await _bot.SendMessage(
            42, "<b>Stop</b> &lt;SPY&gt;", parseMode: ParseMode.Html, replyMarkup: Keys("c:1"), disableNotification: true);

        var shown = Assert.Single(_telegram.Chat.Messages);
        Assert.Equal(("Stop <SPY>", "Close now", "c:1", true), (shown.Text, shown.Buttons[0].Text, shown.Buttons[0].Data, shown.Silent));
        Assert.Equal(Start.UtcDateTime, card.Date);
        Assert.Equal("Stop <SPY>", card.Text);

        var edited = await _bot.EditMessageText(42, card.Id, "Closed");

        Assert.Equal(("Closed", 1, 0), (_telegram.Chat.Messages[0].Text, _telegram.Chat.Messages[0].Edits, _telegram.Chat.Messages[0].Buttons.Count));
        Assert.Equal((card.Id, Start.UtcDateTime), (edited.Id, edited.EditDate));
    }

    [Fact]
    public async Task WhenOnlyButtonsAreEdited_TheTextStays()
    {
        var card = await _bot.SendMessage(42, "card", replyMarkup: Keys("c:1"));

        await _bot.EditMessageReplyMarkup(42, card.Id, replyMarkup: Keys("c:2"));

        Assert.Equal(("card", "c:2"), (_telegram.Chat.Messages[0].Text, _telegram.Chat.Messages[0].Buttons[0].Data));
    }

    [Fact]
    public async Task WhenNothingChanges_TelegramSaysSo()
    {
        var card = await _bot.SendMessage(42, "card");

        var exception = await Assert.ThrowsAsync<ApiRequestException>(() => _bot.EditMessageText(42, card.Id, "card"));

        Assert.Equal(400, exception.ErrorCode);
        Assert.Contains("message is not modified", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenWebhookAndCommandsAreSet_TheyAreReadBack()
    {
        await _bot.SetWebhook("https://example.org/api/telegram", allowedUpdates: [UpdateType.CallbackQuery, UpdateType.Message], secretToken: "s-1");
        await _bot.SetMyCommands([new BotCommand("why", "Why it is open")]);

        var webhook = await _bot.GetWebhookInfo();
        Assert.Equal("https://example.org/api/telegram", webhook.Url);
        Assert.Equal([UpdateType.CallbackQuery, UpdateType.Message], webhook.AllowedUpdates!);
        Assert.Equal("why", Assert.Single(await _bot.GetMyCommands()).Command);

        await _bot.DeleteWebhook();

        Assert.Equal(string.Empty, (await _bot.GetWebhookInfo()).Url);
    }

    [Fact]
    public async Task WhenAskedForItself_TheBotIsABot()
    {
        var me = await _bot.GetMe();

        Assert.Equal((7001L, true, _bot.BotId), (me.Id, me.IsBot, me.Id));
    }

    [Fact]
    public async Task WhenTheTokenIsWrong_ItIs401()
    {
        var exception = await Assert.ThrowsAsync<ApiRequestException>(() => Client("7001:AAother").GetMe());

        Assert.Equal(401, exception.ErrorCode);
    }

    private TelegramBotClient Client(string token) =>
        new(new TelegramBotClientOptions(token, _telegram.Address.ToString()) { RetryThreshold = 0 }, _http);

    private static InlineKeyboardMarkup Keys(string data) => new([[InlineKeyboardButton.WithCallbackData("Close now", data)]]);
}
