using System.Text;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.Desk;

namespace ExitDesk.EndToEnd.Tests.Days;

/// <summary>Bodies of the owner's updates as Telegram would post them.</summary>
internal static class Updates
{
    public static byte[] Said(int updateId, string text) => Bytes(new JsonObject
    {
        ["update_id"] = updateId,
        ["message"] = Message(1, text),
    });

    public static byte[] Pressed(int updateId, int messageId, string data) => Bytes(new JsonObject
    {
        ["update_id"] = updateId,
        ["callback_query"] = new JsonObject
        {
            ["id"] = $"{updateId}",
            ["from"] = Owner(),
            ["message"] = Message(messageId, "card"),
            ["chat_instance"] = "1",
            ["data"] = data,
        },
    });

    private static JsonObject Message(int id, string text) => new()
    {
        ["message_id"] = id,
        ["from"] = Owner(),
        ["chat"] = new JsonObject { ["id"] = DeskSettings.ChatId, ["type"] = "private" },
        ["date"] = 1_700_000_000,
        ["text"] = text,
    };

    private static JsonObject Owner() => new() { ["id"] = DeskSettings.OwnerId, ["is_bot"] = false, ["first_name"] = "Owner" };

    private static byte[] Bytes(JsonObject update) => Encoding.UTF8.GetBytes(update.ToJsonString());
}
