using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>Where updates go and how delivery fares.</summary>
public class WebhookInfo
{
    /// <summary>Empty if no webhook is set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Url { get; set; } = default!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int PendingUpdateCount { get; set; }

    /// <summary>UTC; null if nothing failed.</summary>
    [JsonConverter(typeof(UnixDateTimeConverter))]
    public DateTime? LastErrorDate { get; set; }

    public string? LastErrorMessage { get; set; }

    public int? MaxConnections { get; set; }

    /// <summary>Null: all kinds.</summary>
    public UpdateType[]? AllowedUpdates { get; set; }
}
