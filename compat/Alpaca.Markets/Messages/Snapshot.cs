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

    [JsonPropertyName("dailyBar")]
    public Bar? DailyBar { get; init; }

    [JsonPropertyName("prevDailyBar")]
    public Bar? DailyBarBefore { get; init; }

    [JsonIgnore]
    public IQuote? Quote => LatestQuote;

    [JsonIgnore]
    public ITrade? Trade => LatestTrade;

    [JsonIgnore]
    public IBar? CurrentDailyBar => DailyBar;

    [JsonIgnore]
    public IBar? PreviousDailyBar => DailyBarBefore;

    public void Hold(string symbol)
    {
        Symbol = symbol;
        LatestQuote?.Hold(symbol);
        LatestTrade?.Hold(symbol);
        DailyBar?.Hold(symbol);
        DailyBarBefore?.Hold(symbol);
    }
}
