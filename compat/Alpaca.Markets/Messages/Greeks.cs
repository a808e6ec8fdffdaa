using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class Greeks : IGreeks
{
    [JsonPropertyName("delta")]
    public decimal? Delta { get; init; }

    [JsonPropertyName("gamma")]
    public decimal? Gamma { get; init; }

    [JsonPropertyName("rho")]
    public decimal? Rho { get; init; }

    [JsonPropertyName("theta")]
    public decimal? Theta { get; init; }

    [JsonPropertyName("vega")]
    public decimal? Vega { get; init; }
}
