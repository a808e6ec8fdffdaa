using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class Trade : ITrade, ISymbolHolder
{
    [JsonIgnore]
    public string Symbol { get; private set; } = "";

    [JsonRequired, JsonPropertyName("t")]
    public DateTime TimestampUtc { get; init; }

    [JsonRequired, JsonPropertyName("p")]
    public decimal Price { get; init; }

    [JsonRequired, JsonPropertyName("s")]
    public decimal Size { get; init; }

    [JsonPropertyName("i")]
    public ulong TradeId { get; init; }

    [JsonPropertyName("x")]
    public string? ExchangeOrNull { get; init; }

    [JsonPropertyName("z")]
    public string? TapeOrNull { get; init; }

    [JsonPropertyName("c"), JsonConverter(typeof(ConditionsConverter))]
    public IReadOnlyList<string>? ConditionsOrNull { get; init; }

    [JsonIgnore]
    public string Exchange => ExchangeOrNull ?? "";

    [JsonIgnore]
    public string Tape => TapeOrNull ?? "";

    [JsonIgnore]
    public IReadOnlyList<string> Conditions => ConditionsOrNull ?? [];

    public void Hold(string symbol) => Symbol = symbol;
}
