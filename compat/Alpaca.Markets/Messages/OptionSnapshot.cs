using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class OptionSnapshot : IOptionSnapshot, ISymbolHolder
{
    [JsonIgnore]
    public string Symbol { get; private set; } = "";

    [JsonPropertyName("latestQuote")]
    public Quote? LatestQuote { get; init; }

    [JsonPropertyName("latestTrade")]
    public Trade? LatestTrade { get; init; }

    [JsonPropertyName("greeks")]
    public Greeks? KnownGreeks { get; init; }

    [JsonPropertyName("impliedVolatility")]
    public decimal? ImpliedVolatility { get; init; }

    [JsonIgnore]
    public IQuote? Quote => LatestQuote;

    [JsonIgnore]
    public ITrade? Trade => LatestTrade;

    [JsonIgnore]
    public IGreeks? Greeks => KnownGreeks;

    public void Hold(string symbol)
    {
        Symbol = symbol;
        LatestQuote?.Hold(symbol);
        LatestTrade?.Hold(symbol);
    }
}
