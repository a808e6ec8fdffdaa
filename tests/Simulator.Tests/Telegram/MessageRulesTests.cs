using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace ExitDesk.Simulator.Tests.Telegram;

/// <summary>What the Bot API refuses, at each limit.</summary>
public sealed class MessageRulesTests : IAsyncLifetime
{
    private TelegramBench _telegram = null!;

    public async Task InitializeAsync() => _telegram = await TelegramBench.StartAsync();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Theory]
    [InlineData("7001:AAother", HttpStatusCode.Unauthorized, "Unauthorized")]
    [InlineData("nonsense", HttpStatusCode.NotFound, "Not Found")]
    public async Task WhenTheTokenIsWrong_NothingIsSaid(string token, HttpStatusCode status, string reason) =>
        (await _telegram.CallAsync("getMe", token: token)).IsRefused(status, reason);

    [Fact]
    public async Task WhenTheMethodIsUnknown_ItIsNotFound() =>
        (await _telegram.CallAsync("sendMoney")).IsRefused(HttpStatusCode.NotFound, "method not found");

    [Fact]
    public async Task WhenTextHas4096Characters_ItIsSent() => (await _telegram.SendAsync(new string('x', 4096))).IsOk();

    [Fact]
    public async Task WhenTextHas4097Characters_ItIsTooLong() =>
        (await _telegram.SendAsync(new string('x', 4097))).IsRefused(HttpStatusCode.BadRequest, "Bad Request: message is too long");

    [Fact]
    public async Task WhenMarkupMakesItLonger_OnlyTheTextCounts() =>
        (await _telegram.SendAsync($"<b>{new string('x', 4096)}</b>", "HTML")).IsOk();

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("<b></b>")]
    public async Task WhenNothingIsLeftToRead_ItIsEmpty(string text) =>
        (await _telegram.SendAsync(text, "HTML")).IsRefused(HttpStatusCode.BadRequest, "message text is empty");

    [Fact]
    public async Task WhenButtonDataHas64Bytes_ItIsSent() =>
        (await _telegram.SendAsync("card", buttons: TelegramBench.Row(("Close", new string('d', 64))))).IsOk();

    [Theory]
    [InlineData(65, 'd')]
    [InlineData(33, 'é')]
    [InlineData(0, 'd')]
    public async Task WhenButtonDataIsEmptyOrOver64Bytes_ItIsInvalid(int count, char letter) =>
        (await _telegram.SendAsync("card", buttons: TelegramBench.Row(("Close", new string(letter, count)))))
            .IsRefused(HttpStatusCode.BadRequest, "BUTTON_DATA_INVALID");

    [Theory]
    [InlineData("""[[{"text":"Close"}]]""", "Text buttons are unallowed")]
    [InlineData("""[[{"callback_data":"c"}]]""", "can't parse inline keyboard button")]
    [InlineData("""[{"text":"Close","callback_data":"c"}]""", "row must be of type Array")]
    public async Task WhenAKeyboardIsMalformed_ItIsRefused(string rows, string reason) =>
        (await _telegram.SendAsync("card", buttons: JsonNode.Parse(rows))).IsRefused(HttpStatusCode.BadRequest, reason);

    [Fact]
    public async Task WhenAMessageHas101Buttons_ItIsTooMuch()
    {
        var buttons = Enumerable.Range(0, 101).Select(i => ("b", $"{i}")).ToArray();

        (await _telegram.SendAsync("card", buttons: TelegramBench.Row(buttons[..100]))).IsOk();
        (await _telegram.SendAsync("card", buttons: TelegramBench.Row(buttons)))
            .IsRefused(HttpStatusCode.BadRequest, "REPLY_MARKUP_TOO_LONG");
    }

    [Fact]
    public async Task WhenTheChatIsUnknown_ItIsNotFound()
    {
        (await _telegram.SendAsync("hi", chatId: 43)).IsRefused(HttpStatusCode.BadRequest, "chat not found");
        (await _telegram.CallAsync("sendMessage", new JsonObject { ["text"] = "hi" }))
            .IsRefused(HttpStatusCode.BadRequest, "chat_id is empty");
    }

    [Fact]
    public async Task WhenParseModeIsNotHtml_ItIsRefused()
    {
        (await _telegram.SendAsync("x", "MarkdownV2")).IsRefused(HttpStatusCode.BadRequest, "unsupported parse_mode");
        (await _telegram.SendAsync("x", "html")).IsOk();
    }

    [Fact]
    public async Task WhenMarkupIsUnbalanced_EntitiesCannotBeParsed() =>
        (await _telegram.SendAsync("<b>x", "HTML")).IsRefused(HttpStatusCode.BadRequest, "Bad Request: can't parse entities: Can't find end tag");

    [Fact]
    public async Task WhenAnEditChangesNothing_ItIsNotModified()
    {
        var id = await _telegram.SendCardAsync();
        var keyboard = new JsonObject { ["inline_keyboard"] = TelegramBench.Row(("Close now", "c:1")) };

        (await Edit("editMessageText", id, "card", keyboard.DeepClone())).IsRefused(HttpStatusCode.BadRequest, "message is not modified");
        (await Edit("editMessageReplyMarkup", id, null, keyboard)).IsRefused(HttpStatusCode.BadRequest, "message is not modified");
        Assert.Equal(0, _telegram.Chat.Messages[0].Edits);
    }

    [Theory]
    [InlineData("<b>card</b>")]
    [InlineData("<i>card</i>")]
    [InlineData("<a href=\"https://example.org/\">card</a>")]
    public async Task WhenOnlyTheMarksChange_ItIsModified(string text)
    {
        (await _telegram.SendAsync("<u>card</u>", "HTML")).IsOk();

        (await _telegram.CallAsync("editMessageText", new JsonObject
        {
            ["chat_id"] = TelegramBench.Owner,
            ["message_id"] = 1,
            ["text"] = text,
            ["parse_mode"] = "HTML",
        })).IsOk();
        Assert.Equal(1, _telegram.Chat.Messages[0].Edits);
    }

    [Fact]
    public async Task WhenTheTextIsEditedWithoutButtons_TheButtonsGo()
    {
        var id = await _telegram.SendCardAsync();
        _telegram.AdvanceSeconds(30);

        var edited = await Edit("editMessageText", id, "done", null);

        edited.IsOk();
        Assert.Null(edited.Result!["reply_markup"]);
        Assert.Equal(TelegramBench.Start.ToUnixTimeSeconds() + 30, (long)edited.Result["edit_date"]!);
        Assert.Empty(_telegram.Chat.Messages[0].Buttons);
    }

    [Fact]
    public async Task WhenTheMessageIsUnknownOrAUsers_ItIsNotEdited()
    {
        _ = _telegram.Chat.SayAsync(TelegramBench.Owner, "/status");

        (await Edit("editMessageText", 99, "x", null)).IsRefused(HttpStatusCode.BadRequest, "message to edit not found");
        (await Edit("editMessageText", 1, "x", null)).IsRefused(HttpStatusCode.BadRequest, "message can't be edited");
    }

    [Theory]
    [InlineData(48 * 3600, true)]
    [InlineData((48 * 3600) + 1, false)]
    public async Task WhenAMessageIsOld_ItIsNotDeleted(int seconds, bool deleted)
    {
        var id = await _telegram.SendCardAsync();
        _telegram.AdvanceSeconds(seconds);

        var reply = await Edit("deleteMessage", id, null, null);
        if (deleted)
        {
            reply.IsOk();
        }
        else
        {
            reply.IsRefused(HttpStatusCode.BadRequest, "message can't be deleted for everyone");
        }

        Assert.Equal(deleted, _telegram.Chat.Messages.Count == 0);
    }

    [Fact]
    public async Task WhenParametersComeByQueryOrForm_TheyAreRead()
    {
        var url = new Uri(_telegram.Address, $"/bot{TelegramBench.Token}/SENDMESSAGE?chat_id=42&text=by%20query");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["chat_id"] = "42",
            ["text"] = "by form",
            ["reply_markup"] = """{"inline_keyboard":[[{"text":"Close now","callback_data":"c"}]]}""",
        });
        using var queried = await _telegram.Http.GetAsync(url);
        using var posted = await _telegram.Http.PostAsync(new Uri(_telegram.Address, $"/bot{TelegramBench.Token}/sendMessage"), form);

        (await BotReply.ReadAsync(queried)).IsOk();
        (await BotReply.ReadAsync(posted)).IsOk();
        Assert.Equal(["by query", "by form"], _telegram.Chat.Messages.Select(message => message.Text));
        Assert.Equal("c", _telegram.Chat.Messages[1].Buttons[0].Data);
    }

    [Fact]
    public async Task WhenCommandsAreSet_TheyAreCheckedAndShown()
    {
        (await SetCommands("Why")).IsRefused(HttpStatusCode.BadRequest, "BOT_COMMAND_INVALID");
        (await SetCommands(new string('a', 33))).IsRefused(HttpStatusCode.BadRequest, "BOT_COMMAND_INVALID");
        (await SetCommands(new string('a', 32))).IsOk();

        Assert.Equal(32, Assert.Single(_telegram.Chat.Commands).Command.Length);
        Assert.Equal("text", (string)(await _telegram.CallAsync("getMyCommands")).Result![0]!["description"]!);
    }

    private Task<BotReply> SetCommands(string command) => _telegram.CallAsync("setMyCommands", new JsonObject
    {
        ["commands"] = new JsonArray(new JsonObject { ["command"] = command, ["description"] = "text" }),
    });

    private Task<BotReply> Edit(string method, int messageId, string? text, JsonNode? keyboard)
    {
        var parameters = new JsonObject { ["chat_id"] = TelegramBench.Owner, ["message_id"] = messageId };
        if (text is not null)
        {
            parameters["text"] = text;
        }

        if (keyboard is not null)
        {
            parameters["reply_markup"] = keyboard;
        }

        return _telegram.CallAsync(method, parameters);
    }
}
