using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A press of an inline button.</summary>
public class CallbackQuery
{
    [JsonRequired]
    public required string Id { get; set; }

    [JsonRequired]
    public required User From { get; set; }

    /// <summary>The message whose button was pressed; null where Telegram no longer has it.</summary>
    public Message? Message { get; set; }

    [JsonRequired]
    public required string ChatInstance { get; set; }

    /// <summary>The button's data, at most 64 bytes. Untrusted: a client may send anything.</summary>
    public string? Data { get; set; }
}
