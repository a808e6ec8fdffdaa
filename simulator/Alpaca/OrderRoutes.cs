using System.Text.Json.Nodes;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Venue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Orders: submit, read, cancel, replace.</summary>
internal static class OrderRoutes
{
    public static void Map(WebApplication application, AlpacaDesk desk)
    {
        application.MapGet("/v2/orders", (HttpContext context) => List(context, desk));
        application.MapPost("/v2/orders", (Delegate)((HttpContext context) => SubmitAsync(context, desk)));
        application.MapDelete("/v2/orders", () => CancelAll(desk));
        application.MapGet("/v2/orders:by_client_order_id", (HttpContext context) => ByClientId(context, desk));
        application.MapGet("/v2/orders/{id}", (string id, HttpContext context) => ById(id, context, desk));
        application.MapDelete("/v2/orders/{id}", (string id) => Cancel(id, desk));
        application.MapPatch("/v2/orders/{id}", (string id, HttpContext context) => ReplaceAsync(id, context, desk));
    }

    private static async Task<IResult> SubmitAsync(HttpContext context, AlpacaDesk desk)
    {
        var body = await BodyReader.ReadAsync(context).ConfigureAwait(false);
        if (body.Refusal is { } malformed)
        {
            return Answers.Refused(malformed);
        }

        var answer = OrderBody.IsMultiLeg(body)
            ? Submit(OrderBody.MultiLegRequest(body), desk.Venue.Submit)
            : Submit(OrderBody.Request(body), desk.Venue.Submit);
        return Answers.Of(answer, order => OrderJson.Body(order, desk.Venue.Legs(order)));
    }

    private static VenueAnswer<VenueOrder> Submit<T>(VenueAnswer<T> request, Func<T, VenueAnswer<VenueOrder>> submit)
        where T : class => request.Granted ? submit(request.Value) : request.Refusal;

    private static async Task<IResult> ReplaceAsync(string id, HttpContext context, AlpacaDesk desk)
    {
        var body = await BodyReader.ReadAsync(context).ConfigureAwait(false);
        var change = body.Refusal is { } malformed ? malformed : OrderBody.Change(body);
        if (!change.Granted)
        {
            return Answers.Refused(change.Refusal);
        }

        return Guid.TryParse(id, out var known)
            ? Answers.Of(desk.Venue.Replace(known, change.Value), order => OrderJson.Body(order))
            : Answers.Refused(Unknown(id));
    }

    private static IResult Cancel(string id, AlpacaDesk desk)
    {
        VenueAnswer<VenueOrder> answer = Guid.TryParse(id, out var known) ? desk.Venue.Cancel(known) : Unknown(id);
        return answer.Granted ? Results.NoContent() : Answers.Refused(answer.Refusal);
    }

    private static IResult CancelAll(AlpacaDesk desk)
    {
        var answers = desk.Venue.Orders().Where(order => order.IsLive && !order.IsLeg).Select(order => new JsonObject
        {
            ["id"] = order.Id.ToString(),
            ["status"] = desk.Venue.Cancel(order.Id).Refusal?.HttpStatus ?? 200,
        });
        return Answers.Json(new JsonArray([.. answers]), 207);
    }

    private static IResult ById(string id, HttpContext context, AlpacaDesk desk)
    {
        var query = new QueryReader(context.Request.Query);
        var nested = query.Flag("nested");
        if (query.Refusal is { } refusal)
        {
            return Answers.Refused(refusal);
        }

        return Find(id, desk) is { } order ? Answers.Json(Body(order, nested, desk)) : Answers.Refused(Unknown(id));
    }

    private static IResult ByClientId(HttpContext context, AlpacaDesk desk)
    {
        if (new QueryReader(context.Request.Query).Text("client_order_id") is not { } id)
        {
            return Answers.Refused(Refusals.Malformed("client_order_id is required"));
        }

        return desk.Venue.OrderByClientId(id) is { } order
            ? Answers.Json(Body(order, true, desk))
            : Answers.Refused(Unknown(id));
    }

    private static IResult List(HttpContext context, AlpacaDesk desk)
    {
        var query = new QueryReader(context.Request.Query);
        var filter = OrderFilter.Read(query);
        return query.Refusal is { } refusal
            ? Answers.Refused(refusal)
            : Answers.Json(new JsonArray([.. filter.Apply(desk.Venue.Orders()).Select(order => Body(order, filter.Nested, desk))]));
    }

    private static JsonObject Body(VenueOrder order, bool nested, AlpacaDesk desk) => OrderJson.Body(
        order,
        nested ? desk.Venue.Legs(order) : null,
        desk.Faults.Hits(Fault.UnknownStatus, 0.01) ? "awaiting_settlement_review" : null);

    private static VenueOrder? Find(string id, AlpacaDesk desk) =>
        Guid.TryParse(id, out var known) ? desk.Venue.Order(known) : null;

    private static Refusal Unknown(string id) => Refusals.UnknownOrder(id);
}
