using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A press of an inline button.</summary>
public class CallbackQuery
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Id { get; set; } = default!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public User From { get; set; } = default!;

    /// <summary>The message whose button was pressed; null where Telegram no longer has it.</summary>
    public Message? Message { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string ChatInstance { get; set; } = default!;

    /// <summary>The button's data, at most 64 bytes. Untrusted: a client may send anything.</summary>
    public string? Data { get; set; }
}
