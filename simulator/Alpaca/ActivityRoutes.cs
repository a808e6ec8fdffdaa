using System.Text.Json.Nodes;
using ExitDesk.Simulator.Venue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>The account's history.</summary>
internal static class ActivityRoutes
{
    public static void Map(WebApplication application, AlpacaDesk desk)
    {
        application.MapGet("/v2/account/activities", (HttpContext context) => List(context, null, desk));
        application.MapGet("/v2/account/activities/{type}", (string type, HttpContext context) => List(context, type, desk));
    }

    private static IResult List(HttpContext context, string? type, AlpacaDesk desk)
    {
        var query = new QueryReader(context.Request.Query);
        var filter = ActivityFilter.Read(query, type);
        return query.Refusal is { } refusal
            ? Answers.Refused(refusal)
            : Answers.Of(filter.Apply(desk.Venue.Activities()), page => new JsonArray([.. page.Select(Body)]));
    }

    private static JsonObject Body(VenueActivity activity) => activity.Fill is { } fill
        ? new JsonObject
        {
            ["id"] = activity.Id,
            ["activity_type"] = activity.Type.Word(),
            ["transaction_time"] = WireText.Instant(activity.At),
            ["type"] = fill.Order.Remaining == 0 ? "fill" : "partial_fill",
            ["price"] = WireText.Number(activity.Price),
            ["qty"] = WireText.Number(activity.Quantity),
            // Fills that open a short say so, unlike their orders.
            ["side"] = fill.Order.Intent == PositionIntent.SellToOpen ? "sell_short" : OrderJson.Word(fill.Order.Side),
            ["symbol"] = activity.Symbol,
            ["leaves_qty"] = WireText.Number(fill.Order.Remaining),
            ["order_id"] = fill.Order.Id.ToString(),
            ["cum_qty"] = WireText.Number(fill.Order.FilledQuantity),
            ["order_status"] = fill.Order.Remaining == 0 ? "filled" : "partially_filled",
        }
        : new JsonObject
        {
            ["id"] = activity.Id,
            ["activity_type"] = activity.Type.Word(),
            ["date"] = WireText.Day(activity.Day),
            ["net_amount"] = WireText.Number(activity.NetAmount),
            ["description"] = "",
            ["symbol"] = activity.Symbol,
            ["qty"] = WireText.Number(activity.Quantity),
            ["price"] = activity.Type == ActivityType.Dividend ? null : WireText.Number(activity.Price),
            ["per_share_amount"] = WireText.Number(activity.Price),
            ["status"] = "executed",
        };
}
