using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Xunit;

namespace ExitDesk.Compat.Tests.TelegramBot;

/// <summary>Bodies that a webhook receives, in the shape of Telegram's own examples.</summary>
public sealed class WebhookBodyTests
{
    private const string Press = """
        {"update_id":881,"callback_query":{"id":"4382bfdwdsb323b2d9","from":{"id":42,"is_bot":false,"first_name":"Ada","username":"ada",
         "language_code":"en","is_premium":true},"message":{"message_id":5,"from":{"id":7001,"is_bot":true,"first_name":"ExitDesk"},
         "chat":{"id":42,"first_name":"Ada","type":"private"},"date":1700000000,"edit_date":1700000060,"text":"card",
         "reply_markup":{"inline_keyboard":[[{"text":"Close now","callback_data":"c:1","style":"danger"}]]}},
         "chat_instance":"-99","data":"c:1"}}
        """;

    [Fact]
    public void WhenAButtonIsPressed_UserCardAndDataAreRead()
    {
        var update = Read(Press);

        Assert.Equal((881, UpdateType.CallbackQuery), (update.Id, update.Type));
        var press = update.CallbackQuery!;
        Assert.Equal(("4382bfdwdsb323b2d9", 42L, "c:1"), (press.Id, press.From.Id, press.Data));
        Assert.Equal((5, 42L), (press.Message!.Id, press.Message.Chat.Id));
        Assert.Equal("Close now", press.Message.ReplyMarkup!.InlineKeyboard.Single().Single().Text);
        Assert.Equal(TimeSpan.FromMinutes(1), press.Message.EditDate - press.Message.Date);
    }

    [Fact]
    public void WhenTheCardIsNoLongerAccessible_ThePressIsStillRead()
    {
        var update = Read("""
            {"update_id":1,"callback_query":{"id":"1","from":{"id":42,"is_bot":false,"first_name":"Ada"},"chat_instance":"9","data":"c:1",
             "message":{"chat":{"id":42,"type":"private"},"message_id":5,"date":0}}}
            """);

        Assert.Equal((5, default), (update.CallbackQuery!.Message!.Id, update.CallbackQuery.Message.Date));
    }

    [Fact]
    public void WhenSomeoneWrites_TheTextIsRead()
    {
        var update = Read("""
            {"update_id":2,"message":{"message_id":6,"from":{"id":42,"is_bot":false,"first_name":"Ada"},
             "chat":{"id":-100,"title":"Desk","type":"supergroup"},"date":1700000000,"text":"/why 7",
             "entities":[{"offset":0,"length":4,"type":"bot_command"}]}}
            """);

        Assert.Equal((UpdateType.Message, "/why 7"), (update.Type, update.Message!.Text));
        Assert.Equal(ChatType.Supergroup, update.Message.Chat.Type);
    }

    [Fact]
    public void WhenTheKindIsNotAskedFor_TheUpdateIsReadAllTheSame()
    {
        var update = Read("""{"update_id":3,"something_new":{"a":1}}""");

        Assert.Equal((3, UpdateType.Unknown), (update.Id, update.Type));
    }

    [Theory]
    [InlineData("""{"update_id":4,"callback_query":{"id":"1","from":{"id":"x"}}}""")]
    [InlineData("""{"update_id":4,"callback_query":7}""")]
    [InlineData("""{"update_id":"five"}""")]
    [InlineData("""{"update_id":5,""")]
    [InlineData("[]")]
    public void WhenTheBodyIsNoUpdate_ItIsAJsonException(string body) => Assert.Throws<JsonException>(() => Read(body));

    [Fact]
    public void WhenMembersAreMissing_TheyAreNullOrZero()
    {
        var update = Read("""{"callback_query":{"id":"1"}}""");

        Assert.Equal(0, update.Id);
        Assert.Null(update.CallbackQuery!.From);
    }

    private static Update Read(string body) => JsonSerializer.Deserialize<Update>(body, JsonBotAPI.Options)!;
}
