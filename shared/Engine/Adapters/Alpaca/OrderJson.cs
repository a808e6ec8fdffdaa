using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads orders, with the legs that <c>nested=true</c> puts inside them.</summary>
internal static class OrderJson
{
    /// <summary>One order. Legs that trade as one are inside it; those of brackets, which stand for themselves, are left out.</summary>
    /// <exception cref="FailedReadException">Id, symbol, side, a quantity or an instant cannot be relied on.</exception>
    public static Order Read(JsonRow row) => IsMultiLeg(row)
        ? Read(row, row.RequiredText("id"), row.Text("symbol"), SideOfNet(row), QuantityOf(row)) with
        {
            Legs = [.. row.List("legs").Select(leg => ReportOf(leg, row))],
        }
        : Read(row, row.RequiredText("id"), row.RequiredText("symbol"), SideText.Read(row), QuantityOf(row));

    /// <summary>One order, and those that a bracket holds.</summary>
    /// <exception cref="FailedReadException">As <see cref="Read(JsonRow)"/>.</exception>
    public static IReadOnlyList<Order> ReadAll(JsonRow row) =>
        IsMultiLeg(row) ? [Read(row)] : [Read(row), .. row.List("legs").Select(Read)];

    /// <summary>One order and all its legs, each as an order of its own.</summary>
    /// <exception cref="FailedReadException">As <see cref="Read(JsonRow)"/>.</exception>
    public static IReadOnlyList<Order> ReadApart(JsonRow row) => IsMultiLeg(row)
        ? [Read(row) with { Legs = [] }, .. row.List("legs").Select(leg => ReadLeg(leg, row))]
        : ReadAll(row);

    /// <summary>When the broker counts it as sent, which is what lists are filtered and sorted by. UTC.</summary>
    public static DateTimeOffset SubmittedAt(JsonRow row) => row.OptionalInstant("submitted_at") ?? row.Instant("created_at");

    private static bool IsMultiLeg(JsonRow row) =>
        row.Text("order_class") == "mleg" || (row.Text("symbol").Length == 0 && row.List("legs").Any());

    // A leg cannot be cancelled alone: it goes by the ids of the order that can be. Legs of brackets stand for themselves.
    private static Order ReadLeg(JsonRow leg, JsonRow parent) =>
        Read(leg, parent.RequiredText("id"), leg.RequiredText("symbol"), SideText.Read(leg), LegQuantity(leg, parent)) with
        {
            ClientOrderId = parent.Text("client_order_id"),
        };

    private static LegReport ReportOf(JsonRow leg, JsonRow parent) => new(
        leg.Text("id"),
        leg.RequiredText("symbol"),
        SideText.Read(leg),
        OrderWords.Intent(leg.Text("position_intent")),
        LegQuantity(leg, parent),
        FilledOf(leg, LegQuantity(leg, parent)),
        leg.OptionalNumber("filled_avg_price"));

    private static decimal LegQuantity(JsonRow leg, JsonRow parent) => leg.OptionalNumber("qty") switch
    {
        null => parent.Number("qty") * leg.Number("ratio_qty"),
        > 0 and var quantity => quantity,
        _ => throw leg.Wrong("qty", "is not above 0"),
    };

    // An order by dollars has no quantity until it is done.
    private static decimal QuantityOf(JsonRow row) => row.OptionalNumber("qty") switch
    {
        null when row.OptionalNumber("notional") > 0 => 0,
        null => row.Number("qty"),
        > 0 and var quantity => quantity,
        _ => throw row.Wrong("qty", "is not above 0"),
    };

    private static decimal FilledOf(JsonRow row, decimal quantity)
    {
        var filled = row.Number("filled_qty");
        return filled >= 0 && (filled <= quantity || quantity == 0)
            ? filled
            : throw row.Wrong("filled_qty", $"is not between 0 and {quantity}");
    }

    // The parent of a multi-leg order has no side. Its price is the signed net: a debit buys the structure, a credit sells it.
    private static OrderSide SideOfNet(JsonRow row) => row.OptionalNumber("limit_price") < 0 ? OrderSide.Sell : OrderSide.Buy;

    private static Order Read(JsonRow row, string id, string symbol, OrderSide side, decimal quantity)
    {
        var status = row.Text("status");
        return new Order(
            id,
            row.Text("client_order_id"),
            symbol,
            side,
            quantity,
            FilledOf(row, quantity),
            row.OptionalNumber("filled_avg_price"),
            OrderStatusText.Read(status),
            status,
            row.Instant("created_at"),
            row.OptionalInstant("filled_at"))
        {
            Type = OrderWords.Type(row.Text("type") is { Length: > 0 } type ? type : row.Text("order_type")),
            LimitPrice = row.OptionalNumber("limit_price"),
            StopPrice = row.OptionalNumber("stop_price"),
            Intent = OrderWords.Intent(row.Text("position_intent")),
            TimeInForce = OrderWords.Time(row.Text("time_in_force")),
            OrderClass = row.Text("order_class"),
        };
    }
}
