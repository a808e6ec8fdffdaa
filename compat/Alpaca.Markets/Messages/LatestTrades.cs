using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class LatestTrades
{
    [JsonPropertyName("trades")]
    public Dictionary<string, Trade?>? Trades { get; init; }
}
