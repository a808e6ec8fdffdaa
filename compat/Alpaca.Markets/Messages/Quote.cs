using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class Quote : IQuote, ISymbolHolder
{
    [JsonIgnore]
    public string Symbol { get; private set; } = "";

    [JsonRequired, JsonPropertyName("t")]
    public DateTime TimestampUtc { get; init; }

    [JsonRequired, JsonPropertyName("bx")]
    public string BidExchange { get; init; } = "";

    [JsonRequired, JsonPropertyName("ax")]
    public string AskExchange { get; init; } = "";

    [JsonPropertyName("bp")]
    public decimal BidPrice { get; init; }

    [JsonPropertyName("ap")]
    public decimal AskPrice { get; init; }

    [JsonPropertyName("bs")]
    public decimal BidSize { get; init; }

    [JsonPropertyName("as")]
    public decimal AskSize { get; init; }

    [JsonPropertyName("z")]
    public string? TapeOrNull { get; init; }

    [JsonPropertyName("c"), JsonConverter(typeof(ConditionsConverter))]
    public IReadOnlyList<string>? ConditionsOrNull { get; init; }

    [JsonIgnore]
    public string Tape => TapeOrNull ?? "";

    [JsonIgnore]
    public IReadOnlyList<string> Conditions => ConditionsOrNull ?? [];

    public void Hold(string symbol) => Symbol = symbol;
}
