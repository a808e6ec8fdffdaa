using System.Globalization;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.Venue;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>HTTP answers in the broker's JSON.</summary>
internal static class Answers
{
    public static Refusal TooManyRequests { get; } = new(429, 42910000, "rate limit exceeded");

    public static IResult Json(JsonNode body, int status = 200) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: status);

    public static IResult Refused(Refusal refusal) => Json(Body(refusal), refusal.HttpStatus);

    /// <summary>Either the granted value as JSON or the refusal.</summary>
    public static IResult Of<T>(VenueAnswer<T> answer, Func<T, JsonNode> body)
        where T : class => answer.Granted ? Json(body(answer.Value)) : Refused(answer.Refusal);

    public static JsonObject Body(Refusal refusal)
    {
        var body = new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Message };
        if (refusal.Held is { } held)
        {
            body["symbol"] = held.Symbol;
            body["existing_qty"] = Text(held.Existing);
            body["held_for_orders"] = Text(held.HeldForOrders);
            body["available"] = Text(held.Available);
            body["related_orders"] = new JsonArray([.. held.RelatedOrders.Select(id => JsonValue.Create(id.ToString()))]);
        }

        if (refusal.Shortfall is { } shortfall)
        {
            body[shortfall.RequiredField] = WireText.Number(shortfall.Required);
            body[shortfall.AvailableField] = WireText.Number(shortfall.Available);
        }

        return body;
    }

    private static string Text(int quantity) => quantity.ToString(CultureInfo.InvariantCulture);
}
