using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class Clock : IClock
{
    [JsonRequired, JsonPropertyName("timestamp")]
    public DateTime TimestampUtc { get; init; }

    [JsonRequired, JsonPropertyName("is_open")]
    public bool IsOpen { get; init; }

    [JsonRequired, JsonPropertyName("next_open")]
    public DateTime NextOpenUtc { get; init; }

    [JsonRequired, JsonPropertyName("next_close")]
    public DateTime NextCloseUtc { get; init; }
}
