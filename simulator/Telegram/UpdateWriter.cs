using System.Text.Json.Nodes;
using ExitDesk.Simulator.Telegram.Markup;

namespace ExitDesk.Simulator.Telegram;

/// <summary>Writes messages and updates as the Bot API does.</summary>
internal sealed class UpdateWriter(TelegramOptions options)
{
    public JsonObject Press(int updateId, ButtonPress press, ChatMessage message) => new()
    {
        ["update_id"] = updateId,
        ["callback_query"] = new JsonObject
        {
            ["id"] = press.CallbackId,
            ["from"] = User(press.UserId),
            ["message"] = Message(message),
            ["chat_instance"] = "4611686018427387904",
            ["data"] = press.Data,
        },
    };

    public JsonObject Said(int updateId, ChatMessage message) => new()
    {
        ["update_id"] = updateId,
        ["message"] = Message(message),
    };

    /// <summary>A notice of Telegram's own in place of a text: the chat has another id now.</summary>
    public JsonObject Upgraded(int updateId, ChatMessage notice, long supergroupId)
    {
        var written = Message(notice);
        written.Remove("text");
        written["migrate_to_chat_id"] = supergroupId;
        return new JsonObject { ["update_id"] = updateId, ["message"] = written };
    }

    public JsonObject User(long userId)
    {
        var user = new JsonObject
        {
            ["id"] = userId,
            ["is_bot"] = userId == options.BotId,
            ["first_name"] = options.NameOf(userId),
        };
        if (userId == options.BotId)
        {
            user["username"] = options.BotUserName;
        }
        else
        {
            user["language_code"] = "en";
        }

        return user;
    }

    public JsonObject Message(ChatMessage message)
    {
        var written = new JsonObject
        {
            ["message_id"] = message.Id,
            ["from"] = User(message.SenderId),
            ["chat"] = TelegramOptions.IsPrivate(message.ChatId)
                ? new JsonObject
                {
                    ["id"] = message.ChatId,
                    ["first_name"] = options.NameOf(message.ChatId),
                    ["type"] = "private",
                }
                : new JsonObject { ["id"] = message.ChatId, ["title"] = options.GroupName, ["type"] = GroupType(message.ChatId) },
            ["date"] = message.At.ToUnixTimeSeconds(),
            ["text"] = message.Text,
        };
        if (message.EditedAt is { } edited)
        {
            written["edit_date"] = edited.ToUnixTimeSeconds();
        }

        JsonNode[] entities = [.. message.Content.Entities.Select(Entity), .. Command(message)];
        if (entities.Length > 0)
        {
            written["entities"] = new JsonArray(entities);
        }

        if (message.Rows.Count > 0)
        {
            written["reply_markup"] = new JsonObject
            {
                ["inline_keyboard"] = new JsonArray([.. message.Rows.Select(row => new JsonArray([.. row.Select(Button)]))]),
            };
        }

        return written;
    }

    private static string GroupType(long chatId) => chatId <= TelegramOptions.LastSupergroupId ? "supergroup" : "group";

    private IEnumerable<JsonNode> Command(ChatMessage message)
    {
        if (message.SenderId != options.BotId && message.Text.StartsWith('/'))
        {
            var end = message.Text.AsSpan().IndexOfAny(" \n");
            yield return Entity(new TextEntity("bot_command", 0, end < 0 ? message.Text.Length : end, null));
        }
    }

    private static JsonObject Entity(TextEntity entity)
    {
        var written = new JsonObject { ["offset"] = entity.Offset, ["length"] = entity.Length, ["type"] = entity.Type };
        if (entity.Url is { } url)
        {
            written["url"] = url;
        }

        return written;
    }

    private static JsonObject Button(ChatButton button) => button.Url is { } url
        ? new JsonObject { ["text"] = button.Text, ["url"] = url }
        : new JsonObject { ["text"] = button.Text, ["callback_data"] = button.Data };
}
