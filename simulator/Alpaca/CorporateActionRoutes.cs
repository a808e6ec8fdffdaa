using System.Text.Json.Nodes;
using ExitDesk.Simulator.Market;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Corporate actions, filtered by the day on which they are processed [docs.alpaca.markets, "Corporate actions", read 2026-11].</summary>
internal static class CorporateActionRoutes
{
    public static void Map(WebApplication application, AlpacaDesk desk, IReadOnlyList<AnnouncedDividend> dividends) =>
        application.MapGet("/v1/corporate-actions", (HttpContext context) => List(context, desk, dividends));

    private static IResult List(HttpContext context, AlpacaDesk desk, IReadOnlyList<AnnouncedDividend> dividends)
    {
        var query = new QueryReader(context.Request.Query);
        var today = NewYork.DateOf(desk.Clock.Now);
        var (symbols, types) = (query.Words("symbols"), query.Words("types"));
        var (start, end) = (query.Day("start") ?? today, query.Day("end") ?? today);
        var limit = query.Whole("limit", 100, 1, 1000);
        var skipped = query.Text("page_token") is { } token && int.TryParse(token, out var known) ? known : 0;
        if (query.Refusal is { } refusal)
        {
            return Answers.Refused(DataQuery.InItsWords(refusal));
        }

        var matching = dividends
            .Where(dividend => types.Count == 0 || types.Contains("cash_dividend"))
            .Where(dividend => symbols.Count == 0 || symbols.Contains(dividend.Symbol))
            .Where(dividend => dividend.PayableDate >= start && dividend.PayableDate <= end)
            .OrderBy(dividend => dividend.PayableDate)
            .ThenBy(dividend => dividend.Symbol, StringComparer.Ordinal)
            .Skip(skipped)
            .ToList();
        return Answers.Json(new JsonObject
        {
            ["corporate_actions"] = matching.Count == 0
                ? new JsonObject()
                : new JsonObject { ["cash_dividends"] = new JsonArray([.. matching.Take(limit).Select(Body)]) },
            ["next_page_token"] = matching.Count > limit ? WireText.Number(skipped + limit) : null,
        });
    }

    // Numbers are numbers here, not strings as in the trading API.
    private static JsonObject Body(AnnouncedDividend dividend) => new()
    {
        ["id"] = WireText.AssetId(dividend.Symbol + WireText.Day(dividend.ExDate)),
        ["symbol"] = dividend.Symbol,
        ["rate"] = dividend.Rate,
        ["special"] = false,
        ["foreign"] = false,
        ["ex_date"] = WireText.Day(dividend.ExDate),
        ["record_date"] = WireText.Day(dividend.ExDate),
        ["payable_date"] = WireText.Day(dividend.PayableDate),
        ["process_date"] = WireText.Day(dividend.PayableDate),
    };
}
