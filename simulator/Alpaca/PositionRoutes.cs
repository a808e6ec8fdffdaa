using System.Text.Json.Nodes;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Venue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Positions: read, close, exercise.</summary>
internal static class PositionRoutes
{
    public static void Map(WebApplication application, AlpacaDesk desk)
    {
        application.MapGet("/v2/positions", () => List(desk));
        application.MapGet("/v2/positions/{symbol}", (string symbol) => desk.Venue.Position(desk.SymbolOf(symbol)) is { } position
            ? Answers.Json(PositionJson.Body(position))
            : Answers.Refused(Refusals.Flat));
        application.MapDelete("/v2/positions", (HttpContext context) => CloseAll(context, desk));
        application.MapDelete("/v2/positions/{symbol}", (string symbol, HttpContext context) => Close(desk.SymbolOf(symbol), context, desk));
        application.MapPost("/v2/positions/{symbol}/exercise", (string symbol) => Instructed(desk.Venue.Exercise(desk.SymbolOf(symbol))));
        application.MapPost("/v2/positions/{symbol}/do-not-exercise", (string symbol) =>
            Instructed(desk.Venue.DoNotExercise(desk.SymbolOf(symbol))));
    }

    private static IResult List(AlpacaDesk desk)
    {
        var positions = desk.Venue.Positions();
        var hidden = positions.Count > 0 && desk.Faults.Hits(Fault.EmptyPositions);
        return Answers.Json(new JsonArray([.. (hidden ? [] : positions).Select(PositionJson.Body)]));
    }

    private static IResult Instructed(VenueAnswer<Position> answer) =>
        answer.Granted ? Results.StatusCode(200) : Answers.Refused(answer.Refusal);

    private static IResult Close(string symbol, HttpContext context, AlpacaDesk desk)
    {
        var query = new QueryReader(context.Request.Query);
        var quantity = query.Number("qty");
        var percentage = query.Number("percentage");
        if (quantity is not null && percentage is not null)
        {
            query.Refuse("qty and percentage must not both be given");
        }

        if (percentage is <= 0 or > 100)
        {
            query.Refuse("percentage must be > 0 and <= 100");
        }

        if (percentage is { } part && query.Refusal is null && desk.Venue.Position(symbol) is { } held)
        {
            // A part of a contract cannot be traded.
            quantity = decimal.Truncate(Math.Abs(held.Position.Quantity) * part / 100m);
        }

        var whole = quantity is { } number ? WholeQuantity.Of("qty", number) : null;
        return (query.Refusal ?? whole?.Refusal) is { } refusal
            ? Answers.Refused(refusal)
            : Answers.Of(desk.Venue.Close(symbol, whole?.Quantity), order => OrderJson.Body(order));
    }

    private static IResult CloseAll(HttpContext context, AlpacaDesk desk)
    {
        var query = new QueryReader(context.Request.Query);
        var cancelOrders = query.Flag("cancel_orders");
        if (query.Refusal is { } refusal)
        {
            return Answers.Refused(refusal);
        }

        var answers = desk.Venue.CloseAll(cancelOrders).Select(part => new JsonObject
        {
            ["symbol"] = part.Symbol,
            ["status"] = part.Answer.Refusal?.HttpStatus ?? 200,
            ["body"] = part.Answer.Granted ? OrderJson.Body(part.Answer.Value) : Answers.Body(part.Answer.Refusal),
        });
        return Answers.Json(new JsonArray([.. answers]), 207);
    }
}
