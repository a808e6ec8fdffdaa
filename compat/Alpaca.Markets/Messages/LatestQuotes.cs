using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class LatestQuotes
{
    [JsonPropertyName("quotes")]
    public Dictionary<string, Quote?>? Quotes { get; init; }
}
