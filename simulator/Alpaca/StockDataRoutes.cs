using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Stock quotes, trades and snapshots; every feed shows the same market.</summary>
internal static class StockDataRoutes
{
    public static void Map(WebApplication application, AlpacaDesk desk)
    {
        // Snapshots of stocks come as a bare map.
        application.MapGet("/v2/stocks/snapshots", (HttpContext context) => Answer(context, query =>
            QuoteJson.Map(query, symbol => Snapshot(symbol, desk))));
        application.MapGet("/v2/stocks/quotes/latest", (HttpContext context) => Answer(context, query => new JsonObject
        {
            ["quotes"] = QuoteJson.Map(query, symbol => Quote(symbol, desk)),
        }));
        application.MapGet("/v2/stocks/trades/latest", (HttpContext context) => Answer(context, query => new JsonObject
        {
            ["trades"] = QuoteJson.Map(query, symbol => Trade(symbol, desk)),
        }));
    }

    private static IResult Answer(HttpContext context, Func<DataQuery, JsonNode> body) =>
        Answers.Of(DataQuery.Read(new QueryReader(context.Request.Query), "iex", "sip", "delayed_sip"), body);

    private static JsonObject? Quote(string symbol, AlpacaDesk desk)
    {
        if (desk.Market.StockQuote(symbol, desk.Clock.Now) is not { } quote)
        {
            return null;
        }

        var body = QuoteJson.Quote(quote, "");
        body["c"] = new JsonArray("R");
        body["z"] = "C";
        return body;
    }

    private static JsonObject? Trade(string symbol, AlpacaDesk desk) =>
        desk.Market.LastStockTrade(symbol, desk.Clock.Now) is { } trade ? QuoteJson.Trade(trade) : null;

    private static JsonObject? Snapshot(string symbol, AlpacaDesk desk)
    {
        var snapshot = new JsonObject();
        if (Trade(symbol, desk) is { } trade)
        {
            snapshot["latestTrade"] = trade;
        }

        if (Quote(symbol, desk) is { } quote)
        {
            snapshot["latestQuote"] = quote;
        }

        return snapshot.Count == 0 ? null : snapshot;
    }
}
