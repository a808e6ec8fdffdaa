using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class Snapshot : ISnapshot, ISymbolHolder
{
    [JsonIgnore]
    public string Symbol { get; private set; } = "";

    [JsonPropertyName("latestQuote")]
    public Quote? LatestQuote { get; init; }

    [JsonPropertyName("latestTrade")]
    public Trade? LatestTrade { get; init; }

    [JsonIgnore]
    public IQuote? Quote => LatestQuote;

    [JsonIgnore]
    public ITrade? Trade => LatestTrade;

    public void Hold(string symbol)
    {
        Symbol = symbol;
        LatestQuote?.Hold(symbol);
        LatestTrade?.Hold(symbol);
    }
}
