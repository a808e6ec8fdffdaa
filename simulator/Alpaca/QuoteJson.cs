using System.Text.Json.Nodes;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Quotes and trades as the market data service writes them: numbers are numbers here.</summary>
internal static class QuoteJson
{
    /// <summary>A side that nobody quotes is written as zero.</summary>
    public static JsonObject Quote(MarketQuote quote, string condition) => new()
    {
        ["t"] = WireText.Instant(quote.At),
        ["bp"] = quote.Bid ?? 0m,
        ["bs"] = quote.BidSize,
        ["bx"] = "C",
        ["ap"] = quote.Ask ?? 0m,
        ["as"] = quote.AskSize,
        ["ax"] = "C",
        ["c"] = condition,
    };

    public static JsonObject Trade(MarketTrade trade) => new()
    {
        ["t"] = WireText.Instant(trade.At),
        ["p"] = trade.Price,
        ["s"] = trade.Size,
        ["x"] = "V",
        ["c"] = new JsonArray("@"),
        ["i"] = trade.At.Ticks,
        ["z"] = "C",
    };

    public static JsonObject Greeks(OptionGreeks greeks) => new()
    {
        ["delta"] = greeks.Delta,
        ["gamma"] = greeks.Gamma,
        ["theta"] = greeks.Theta,
        ["vega"] = greeks.Vega,
        ["rho"] = greeks.Rho,
    };

    /// <summary>A JSON object with one entry for each symbol that has something to show.</summary>
    public static JsonObject Map(DataQuery query, Func<string, JsonNode?> body)
    {
        var map = new JsonObject();
        foreach (var symbol in query.Symbols)
        {
            if (body(symbol) is { } node)
            {
                map[symbol] = node;
            }
        }

        return map;
    }
}
