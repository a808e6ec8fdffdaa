using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>What a webhook receives: at most one of the optional members is set.</summary>
/// <remarks>
/// As in the official package, a member that the JSON leaves out reads as null or 0, also where Telegram always sends it.
/// </remarks>
public class Update
{
    /// <summary>Grows with each update; the same update delivered again has the same id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
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
