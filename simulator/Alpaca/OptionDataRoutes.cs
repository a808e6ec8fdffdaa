using System.Text.Json.Nodes;
using ExitDesk.Simulator.Market;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Option quotes, snapshots and chains; both feeds show the same market.</summary>
internal static class OptionDataRoutes
{
    public static void Map(WebApplication application, AlpacaDesk desk)
    {
        application.MapGet("/v1beta1/options/snapshots", (HttpContext context) => Answer(context, query => new JsonObject
        {
            ["snapshots"] = QuoteJson.Map(query, symbol => Snapshot(symbol, desk)),
            ["next_page_token"] = null,
        }));
        application.MapGet(
            "/v1beta1/options/snapshots/{underlying}", (string underlying, HttpContext context) => Chain(underlying, context, desk));
        application.MapGet("/v1beta1/options/quotes/latest", (HttpContext context) => Answer(context, query => new JsonObject
        {
            ["quotes"] = QuoteJson.Map(query, symbol => Quote(symbol, desk)),
        }));
    }

    private static IResult Answer(HttpContext context, Func<DataQuery, JsonNode> body) =>
        Answers.Of(DataQuery.Read(new QueryReader(context.Request.Query), "indicative", "opra"), body);

    private static IResult Chain(string underlying, HttpContext context, AlpacaDesk desk)
    {
        var query = new QueryReader(context.Request.Query);
        var today = NewYork.DateOf(desk.Clock.Now);
        query.Choice("feed", "indicative", "indicative", "opra");
        var filter = ContractFilter.ReadChain(query, underlying, today);
        if (query.Refusal is { } refusal)
        {
            return Answers.Refused(DataQuery.InItsWords(refusal));
        }

        var matching = filter.Apply(desk.Market.Contracts, today);
        var page = matching.Take(filter.Limit).ToList();
        return Answers.Json(new JsonObject
        {
            ["snapshots"] = QuoteJson.Map(new DataQuery([.. page.Select(contract => contract.Symbol)]), symbol => Snapshot(symbol, desk)),
            ["next_page_token"] = matching.Count > page.Count ? page[^1].Symbol : null,
        });
    }

    private static JsonObject? Quote(string symbol, AlpacaDesk desk) =>
        desk.Market.OptionQuote(symbol, desk.Clock.Now) is { } quote ? QuoteJson.Quote(quote, "A") : null;

    private static JsonObject? Snapshot(string symbol, AlpacaDesk desk)
    {
        var now = desk.Clock.Now;
        if (desk.Market.OptionQuote(symbol, now) is not { } quote)
        {
            return null;
        }

        var snapshot = new JsonObject { ["latestQuote"] = QuoteJson.Quote(quote, "A") };
        if (HasTimeValue(symbol, quote, desk) && desk.Market.Greeks(symbol, now) is { } greeks)
        {
            snapshot["greeks"] = QuoteJson.Greeks(greeks);
            snapshot["impliedVolatility"] = greeks.ImpliedVolatility;
        }

        return snapshot;
    }

    /// <summary>Volatility is implied by the quote: nothing implies it where nobody bids or the price is below what exercise brings.</summary>
    private static bool HasTimeValue(string symbol, MarketQuote quote, AlpacaDesk desk)
    {
        var contract = desk.Venue.Contract(symbol)!;
        var stock = desk.Market.LastStockTrade(contract.Underlying, desk.Clock.Now)?.Price;
        var intrinsic = (contract.IsCall ? stock - contract.Strike : contract.Strike - stock) ?? 0m;
        return quote is { Bid: > 0 and var bid, Ask: { } ask } && (bid + ask) / 2 > intrinsic;
    }
}
