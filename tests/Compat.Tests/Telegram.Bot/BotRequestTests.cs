using System.Net;
using System.Text.Json.Nodes;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using Xunit;

namespace ExitDesk.Compat.Tests.TelegramBot;

/// <summary>What goes over the wire, as https://core.telegram.org/bots/api asks for it.</summary>
public sealed class BotRequestTests
{
    private const string Token = "7001:AAtop-secret_value";
    private const string MessageAnswer =
        """{"ok":true,"result":{"message_id":9,"date":1700000000,"chat":{"id":42,"type":"private"},"text":"hi"}}""";

    [Fact]
    public async Task WhenAMessageIsSent_TokenAndMethodAreThePath()
    {
        var (method, address, contentType, _) = await Sent(MessageAnswer, bot => bot.SendMessage(42, "hi"));

        Assert.Equal(HttpMethod.Post, method);
        Assert.Equal($"http://127.0.0.1:9/bot{Token}/sendMessage", address.OriginalString);
        Assert.Equal("application/json", contentType);
    }

    [Fact]
    public async Task WhenNothingOptionalIsGiven_NothingOptionalIsWritten()
    {
        var body = (await Sent(MessageAnswer, bot => bot.SendMessage(42, "hi"))).Body;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"chat_id":42,"text":"hi"}"""), body), body.ToJsonString());
    }

    [Fact]
    public async Task WhenEverythingIsGiven_NamesAreSnakeCase()
    {
        var markup = new InlineKeyboardMarkup([
            [InlineKeyboardButton.WithCallbackData("Close now", "c:1"), InlineKeyboardButton.WithCallbackData("Why?", "w:1")],
            [InlineKeyboardButton.WithUrl("Dashboard", "https://example.org/")],
        ]);
        var body = (await Sent(MessageAnswer, bot => bot.SendMessage(
            -100123,
            "<b>x</b>",
            parseMode: ParseMode.Html,
            replyMarkup: markup,
            linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
            disableNotification: true,
            protectContent: true))).Body;

        Assert.Equal("html", body["parse_mode"]!.GetValue<string>(), ignoreCase: true);
        body.Remove("parse_mode");
        var expected = JsonNode.Parse("""
            {"chat_id":-100123,"text":"<b>x</b>",
             "reply_markup":{"inline_keyboard":[
               [{"text":"Close now","callback_data":"c:1"},{"text":"Why?","callback_data":"w:1"}],
               [{"text":"Dashboard","url":"https://example.org/"}]]},
             "link_preview_options":{"is_disabled":true},"disable_notification":true,"protect_content":true}
            """);
        Assert.True(JsonNode.DeepEquals(expected, body), body.ToJsonString());
    }

    [Fact]
    public async Task WhenAWebhookIsSet_KindsAreSnakeCase()
    {
        var body = (await Sent("""{"ok":true,"result":true}""", bot => bot.SetWebhook(
            "https://example.org/api/telegram",
            allowedUpdates: [UpdateType.Message, UpdateType.CallbackQuery],
            dropPendingUpdates: true,
            secretToken: "s-1_A"))).Body;

        var expected = JsonNode.Parse("""
            {"url":"https://example.org/api/telegram","allowed_updates":["message","callback_query"],
             "drop_pending_updates":true,"secret_token":"s-1_A"}
            """);
        Assert.True(JsonNode.DeepEquals(expected, body), body.ToJsonString());
    }

    [Fact]
    public async Task WhenAPressIsAnswered_AlertIsWrittenOnlyIfTrue()
    {
        const string done = """{"ok":true,"result":true}""";
        var silent = (await Sent(done, bot => bot.AnswerCallbackQuery("77"))).Body;
        var alert = (await Sent(done, bot => bot.AnswerCallbackQuery("77", text: "Done", showAlert: true))).Body;

        Assert.Equal("""{"callback_query_id":"77"}""", silent.ToJsonString());
        Assert.Equal("""{"callback_query_id":"77","text":"Done","show_alert":true}""", alert.ToJsonString());
    }

    [Fact]
    public async Task WhenButtonsAreTakenAway_NoMarkupIsWritten()
    {
        var body = (await Sent(MessageAnswer, bot => bot.EditMessageReplyMarkup(42, 9))).Body;

        Assert.Equal("""{"chat_id":42,"message_id":9}""", body.ToJsonString());
    }

    [Fact]
    public async Task WhenCommandsAreSet_TheyAreAnArrayOfObjects()
    {
        var body = (await Sent("""{"ok":true,"result":true}""", bot => bot.SetMyCommands([new BotCommand("why", "Why it is open")]))).Body;

        Assert.Equal("""{"commands":[{"command":"why","description":"Why it is open"}]}""", body.ToJsonString());
    }

    [Fact]
    public async Task WhenAMessageComesBack_ItsMembersAreRead()
    {
        using var http = new HttpClient(new RecordingHandler((HttpStatusCode.OK, MessageAnswer)));
        var message = await Client(http).SendMessage(42, "hi");

        Assert.Equal((9, 42L, "hi"), (message.Id, message.Chat.Id, message.Text));
        Assert.Equal(ChatType.Private, message.Chat.Type);
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), message.Date);
    }

    private static async Task<(HttpMethod Method, Uri Address, string? ContentType, JsonObject Body)> Sent(
        string answer, Func<TelegramBotClient, Task> act)
    {
        using var handler = new RecordingHandler((HttpStatusCode.OK, answer));
        using var http = new HttpClient(handler);
        await act(Client(http));
        return Assert.Single(handler.Requests);
    }

    private static TelegramBotClient Client(HttpClient http) =>
        new(new TelegramBotClientOptions(Token, "http://127.0.0.1:9/ignored?path") { RetryThreshold = 0 }, http);
}
