using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>What a webhook receives: at most one of the optional members is set.</summary>
public class Update
{
    /// <summary>Grows with each update; the same update delivered again has the same id.</summary>
    [JsonRequired]
    [JsonPropertyName("update_id")]
    public int Id { get; set; }

    public Message? Message { get; set; }

    public CallbackQuery? CallbackQuery { get; set; }

    [JsonIgnore]
    public UpdateType Type => this switch
    {
        { Message: not null } => UpdateType.Message,
        { CallbackQuery: not null } => UpdateType.CallbackQuery,
        _ => UpdateType.Unknown,
    };
}
