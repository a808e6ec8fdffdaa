using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class Bar : IBar, ISymbolHolder
{
    [JsonIgnore]
    public string Symbol { get; private set; } = "";

    [JsonPropertyName("t")]
    public DateTime TimeUtc { get; init; }

    [JsonPropertyName("o")]
    public decimal Open { get; init; }

    [JsonPropertyName("h")]
    public decimal High { get; init; }

    [JsonPropertyName("l")]
    public decimal Low { get; init; }

    [JsonPropertyName("c")]
    public decimal Close { get; init; }

    public void Hold(string symbol) => Symbol = symbol;
}
