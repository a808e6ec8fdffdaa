using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads orders, with the legs that <c>nested=true</c> puts inside them.</summary>
internal static class OrderJson
{
    /// <summary>One order, without its legs.</summary>
    /// <exception cref="FailedReadException">Id, symbol, side, a quantity or an instant cannot be relied on.</exception>
    public static Order Read(JsonRow row) => IsMultiLeg(row)
        ? Read(row, row.RequiredText("id"), row.Text("symbol"), SideOfNet(row), row.Number("qty"))
        : Read(row, row.RequiredText("id"), row.RequiredText("symbol"), SideText.Read(row), row.Number("qty"));

    /// <summary>One order and all its legs.</summary>
    /// <exception cref="FailedReadException">As <see cref="Read(JsonRow)"/>.</exception>
    public static IReadOnlyList<Order> ReadWithLegs(JsonRow row) =>
        [Read(row), .. row.List("legs").Select(leg => IsMultiLeg(row) ? ReadLeg(leg, row) : Read(leg))];

    /// <summary>When the broker counts it as sent, which is what lists are filtered and sorted by. UTC.</summary>
    public static DateTimeOffset SubmittedAt(JsonRow row) => row.OptionalInstant("submitted_at") ?? row.Instant("created_at");

    private static bool IsMultiLeg(JsonRow row) => row.Text("order_class") == "mleg";

    // A leg cannot be cancelled alone: it goes by the id of the order that can be. Legs of brackets stand for themselves.
    private static Order ReadLeg(JsonRow leg, JsonRow parent) => Read(
        leg,
        parent.RequiredText("id"),
        leg.RequiredText("symbol"),
        SideText.Read(leg),
        leg.OptionalNumber("qty") ?? (parent.Number("qty") * leg.Number("ratio_qty")));

    // The parent of a multi-leg order has no side. Its price is the signed net: a debit buys the structure, a credit sells it.
    private static OrderSide SideOfNet(JsonRow row) => row.OptionalNumber("limit_price") < 0 ? OrderSide.Sell : OrderSide.Buy;

    private static Order Read(JsonRow row, string id, string symbol, OrderSide side, decimal quantity)
    {
        var filled = row.Number("filled_qty");
        if (quantity <= 0)
        {
            throw row.Wrong("qty", "is not above 0");
        }

        if (filled < 0 || filled > quantity)
        {
            throw row.Wrong("filled_qty", $"is not between 0 and {quantity}");
        }

        var status = row.Text("status");
        return new Order(
            id,
            row.Text("client_order_id"),
            symbol,
            side,
            quantity,
            filled,
            row.OptionalNumber("filled_avg_price"),
            OrderStatusText.Read(status),
            status,
            row.Instant("created_at"),
            row.OptionalInstant("filled_at"));
    }
}
