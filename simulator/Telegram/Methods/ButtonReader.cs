using System.Text;
using System.Text.Json.Nodes;

namespace ExitDesk.Simulator.Telegram.Methods;

/// <summary>Reads and checks <c>reply_markup</c>.</summary>
internal static class ButtonReader
{
    private const int MaximumDataBytes = 64;
    private const int MaximumButtons = 100;

    /// <exception cref="BotRequestException">Telegram would refuse the buttons.</exception>
    public static IReadOnlyList<IReadOnlyList<ChatButton>> Read(JsonNode? markup)
    {
        if (markup is null)
        {
            return [];
        }

        if (markup is not JsonObject keyboard)
        {
            throw new BotRequestException("object expected as reply markup");
        }

        if (keyboard["inline_keyboard"] is not { } rows)
        {
            return [];
        }

        List<IReadOnlyList<ChatButton>> read = [];
        foreach (var row in rows as JsonArray ?? throw Unreadable("Field \"inline_keyboard\" must be of type Array"))
        {
            ChatButton[] buttons =
                [.. (row as JsonArray ?? throw Unreadable("Inline keyboard row must be of type Array")).Select(Button)];
            if (buttons.Length > 0)
            {
                read.Add(buttons);
            }
        }

        return read.Sum(row => row.Count) > MaximumButtons ? throw new BotRequestException("REPLY_MARKUP_TOO_LONG") : read;
    }

    private static ChatButton Button(JsonNode? node)
    {
        if (node is not JsonObject button)
        {
            throw Unreadable("InlineKeyboardButton must be an Object");
        }

        if (Text(button, "text") is not { } text || string.IsNullOrWhiteSpace(text))
        {
            throw Unreadable("Field \"text\" must be a non-empty String");
        }

        var data = Text(button, "callback_data");
        var url = Text(button, "url");
        return (data, url) switch
        {
            (null, null) => throw Unreadable("Text buttons are unallowed in the inline keyboard"),
            (null, { } address) => Uri.TryCreate(address, UriKind.Absolute, out _)
                ? new ChatButton(text, null, address)
                : throw new BotRequestException($"inline keyboard button URL '{address}' is invalid: Wrong HTTP URL"),
            ({ } bytes, _) => Encoding.UTF8.GetByteCount(bytes) is > 0 and <= MaximumDataBytes
                ? new ChatButton(text, bytes, null)
                : throw new BotRequestException("BUTTON_DATA_INVALID"),
        };
    }

    private static string? Text(JsonObject button, string name) =>
        button[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static BotRequestException Unreadable(string reason) => new($"can't parse inline keyboard button: {reason}");
}
