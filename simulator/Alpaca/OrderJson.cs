using System.Text.Json.Nodes;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>An order as the broker writes it.</summary>
internal static class OrderJson
{
    /// <param name="legs">Orders to write inside it; null: none are rolled up.</param>
    /// <param name="status">A status text in place of the order's own.</param>
    /// <remarks>A multi-leg order has empty texts where its legs differ, and so has a leg for its type.</remarks>
    public static JsonObject Body(VenueOrder order, IReadOnlyList<VenueOrder>? legs = null, string? status = null)
    {
        var body = Fields(order, status ?? order.Status.Word());
        if (order.IsMultiLeg)
        {
            Empty(body, "asset_id", "symbol", "asset_class", "side", "position_intent");
            body["legs"] = legs is null ? null : new JsonArray([.. legs.Select(leg => Body(leg))]);
        }

        if (order.IsLeg)
        {
            Empty(body, "order_type", "type");
            body["ratio_qty"] = WireText.Number(order.Ratio);
        }

        return body;
    }

    public static string Word(OrderSide side) => side switch
    {
        OrderSide.Buy => "buy",
        OrderSide.Sell => "sell",
    };

    private static void Empty(JsonObject body, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            body[name] = "";
        }
    }

    private static JsonObject Fields(VenueOrder order, string status) => new()
    {
        ["id"] = order.Id.ToString(),
        ["client_order_id"] = order.ClientOrderId,
        ["created_at"] = WireText.Instant(order.CreatedAt),
        ["updated_at"] = WireText.Instant(order.UpdatedAt),
        ["submitted_at"] = WireText.Instant(order.CreatedAt),
        ["filled_at"] = WireText.Instant(order.FilledAt),
        ["expired_at"] = WireText.Instant(order.ExpiredAt),
        ["canceled_at"] = WireText.Instant(order.CanceledAt),
        ["failed_at"] = WireText.Instant(order.FailedAt),
        ["replaced_at"] = WireText.Instant(order.ReplacedAt),
        ["replaced_by"] = order.ReplacedBy?.ToString(),
        ["replaces"] = order.Replaces?.ToString(),
        ["asset_id"] = WireText.AssetId(order.Symbol),
        ["symbol"] = order.Symbol,
        ["asset_class"] = order.Contract is null ? "us_equity" : "us_option",
        ["notional"] = null,
        ["qty"] = WireText.Number(order.Quantity),
        ["filled_qty"] = WireText.Number(order.FilledQuantity),
        ["filled_avg_price"] = WireText.Number(order.AverageFillPrice),
        ["order_class"] = order.IsMultiLeg || order.IsLeg ? "mleg" : "simple",
        ["order_type"] = Word(order.Kind),
        ["type"] = Word(order.Kind),
        ["side"] = Word(order.Side),
        ["position_intent"] = order.Intent.Word(),
        ["time_in_force"] = "day",
        ["limit_price"] = WireText.Number(order.LimitPrice),
        ["stop_price"] = WireText.Number(order.StopPrice),
        ["status"] = status,
        ["extended_hours"] = false,
        ["legs"] = null,
        ["trail_percent"] = null,
        ["trail_price"] = null,
        ["hwm"] = null,
        ["subtag"] = null,
        ["source"] = null,
    };

    private static string Word(OrderKind kind) => kind switch
    {
        OrderKind.Market => "market",
        OrderKind.Limit => "limit",
        OrderKind.Stop => "stop",
    };
}
