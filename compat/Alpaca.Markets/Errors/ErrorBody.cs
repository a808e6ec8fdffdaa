using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class ErrorBody : IErrorInformation
{
    [JsonPropertyName("code")]
    public int? Code { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("symbol")]
    public string? SymbolOrNull { get; init; }

    [JsonIgnore]
    public string Symbol => SymbolOrNull ?? "";
}
