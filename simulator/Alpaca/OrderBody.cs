using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Turns the body of an order call into what the broker understands.</summary>
internal static class OrderBody
{
    private static readonly string[] UnsupportedPrices = ["stop_price", "trail_price", "trail_percent", "notional"];
    private static readonly string[] TopLevelOfSimple = ["symbol", "side", "position_intent"];

    public static bool IsMultiLeg(BodyReader body) => body.Text("order_class") == "mleg";

    public static VenueAnswer<OrderRequest> Request(BodyReader body)
    {
        RefuseUnsupported(body);
        Require(body, !body.Has("legs"), "legs require order_class mleg");
        var side = body.Text("side");
        var type = body.Text("type");
        var intentWord = body.Text("position_intent");
        var intent = intentWord is null ? null : PositionIntentTerms.Parse(intentWord);
        var request = new OrderRequest(
            body.Text("symbol") ?? "",
            body.Quantity("qty") ?? 0,
            side == "sell" ? OrderSide.Sell : OrderSide.Buy,
            type == "limit" ? OrderKind.Limit : OrderKind.Market,
            body.Number("limit_price"),
            body.Text("client_order_id"),
            intent);
        Require(body, request.Symbol.Length > 0, "symbol is required");
        Require(body, request.Quantity > 0, "qty is required");
        Require(body, side is "buy" or "sell", "side must be buy or sell");
        RequireTypeAndTime(body);
        Require(body, (intent is null) == (intentWord is null), $"invalid position_intent \"{intentWord}\"");
        if (intent is { } specified && specified.Side() != request.Side)
        {
            body.Refuse(Refusals.Unprocessable($"position intent mismatch, side: {side}, specified: {intentWord}"));
        }

        return body.Refusal is { } refusal ? refusal : request;
    }

    public static VenueAnswer<MultiLegRequest> MultiLegRequest(BodyReader body)
    {
        RefuseUnsupported(body);
        foreach (var name in TopLevelOfSimple)
        {
            Require(body, !body.Has(name), $"{name} is not allowed in a multi-leg order: its legs have it");
        }

        var request = new MultiLegRequest(
            [.. (body.Items("legs") ?? []).Select(leg => LegBody.Leg(leg, body))],
            body.Quantity("qty") ?? 0,
            body.Text("type") == "limit" ? OrderKind.Limit : OrderKind.Market,
            body.Number("limit_price"),
            body.Text("client_order_id"));
        Require(body, request.Quantity > 0, "qty is required");
        RequireTypeAndTime(body);
        return body.Refusal is { } refusal ? refusal : request;
    }

    public static VenueAnswer<OrderChange> Change(BodyReader body)
    {
        var change = new OrderChange(body.Quantity("qty"), body.Number("limit_price"), body.Text("client_order_id"));
        Require(body, body.Text("time_in_force") is null or "day", "invalid time_in_force for option order: use day");
        Require(body, !body.Has("stop_price") && !body.Has("trail"), "only qty, limit_price and client_order_id can be replaced");
        return body.Refusal is { } refusal ? refusal : change;
    }

    private static void RefuseUnsupported(BodyReader body)
    {
        var orderClass = body.Text("order_class") ?? "simple";
        Require(body, orderClass is "simple" or "mleg", $"order_class {orderClass} is not supported here: use simple or mleg");
        Require(body, !body.Flag("extended_hours"), "extended hours are not supported for options");
        foreach (var name in UnsupportedPrices)
        {
            Require(body, !body.Has(name), $"{name} is not supported for option orders");
        }
    }

    private static void RequireTypeAndTime(BodyReader body)
    {
        Require(body, body.Text("type") is "market" or "limit", "invalid type for option order: use market or limit");
        Require(body, body.Text("time_in_force") == "day", "invalid time_in_force for option order: use day");
    }

    private static void Require(BodyReader body, bool holds, string message)
    {
        if (!holds)
        {
            body.Refuse(message);
        }
    }
}
