using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Writes orders. Numbers go as strings, as the broker writes its own (docs.alpaca.markets, "Orders", read 2026-11).</summary>
internal static class TicketJson
{
    /// <exception cref="ArgumentException">No broker would take it.</exception>
    public static string Write(OrderTicket ticket)
    {
        if (TicketCheck.Problem(ticket) is { } problem)
        {
            throw new ArgumentException(problem, nameof(ticket));
        }

        var body = new JsonObject
        {
            ["client_order_id"] = ticket.ClientOrderId,
            ["qty"] = Number(ticket.Quantity),
            ["type"] = TypeOf(ticket),
            ["time_in_force"] = OrderWords.Of(ticket.TimeInForce),
        };
        AddPrice(body, "limit_price", ticket.LimitPrice);
        AddPrice(body, "stop_price", ticket.StopPrice);
        return (ticket.IsMultiLeg ? WithLegs(body, ticket) : WithSoleLeg(body, ticket.Legs[0])).ToJsonString(JsonSerializerOptions.Default);
    }

    private static JsonObject WithSoleLeg(JsonObject body, OrderLeg leg)
    {
        body["symbol"] = leg.Symbol;
        body["side"] = OrderWords.Of(leg.Side);
        body["position_intent"] = OrderWords.Of(leg.Intent);
        return body;
    }

    private static JsonObject WithLegs(JsonObject body, OrderTicket ticket)
    {
        body["order_class"] = "mleg";
        body["legs"] = new JsonArray([.. ticket.Legs.Select(leg => (JsonNode)new JsonObject
        {
            ["symbol"] = leg.Symbol,
            ["ratio_qty"] = leg.Ratio.ToString(CultureInfo.InvariantCulture),
            ["side"] = OrderWords.Of(leg.Side),
            ["position_intent"] = OrderWords.Of(leg.Intent),
        })]);
        return body;
    }

    private static string TypeOf(OrderTicket ticket) => (ticket.LimitPrice, ticket.StopPrice) switch
    {
        (null, null) => "market",
        (_, null) => "limit",
        (null, _) => "stop",
        _ => "stop_limit",
    };

    private static void AddPrice(JsonObject body, string name, decimal? price)
    {
        if (price is { } known)
        {
            body[name] = known.ToString("0.00##", CultureInfo.InvariantCulture);
        }
    }

    private static string Number(decimal quantity) => quantity.ToString("0.#########", CultureInfo.InvariantCulture);
}
