using System.Globalization;
using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.TestKit.Desk;

/// <summary>What an <see cref="InMemoryBroker"/> makes of tickets, and what it refuses.</summary>
internal static class TicketOrders
{
    public static Order Of(OrderTicket ticket, string id, DateTimeOffset now) => new(
        id,
        ticket.ClientOrderId,
        ticket.IsMultiLeg ? "" : ticket.Legs[0].Symbol,
        ticket.IsMultiLeg ? (ticket.LimitPrice < 0 ? OrderSide.Sell : OrderSide.Buy) : ticket.Legs[0].Side,
        ticket.Quantity,
        0,
        null,
        OrderStatus.Accepted,
        nameof(OrderStatus.Accepted),
        now,
        null)
    {
        Type = TypeOf(ticket.LimitPrice, ticket.StopPrice),
        LimitPrice = ticket.LimitPrice,
        StopPrice = ticket.StopPrice,
        Intent = ticket.IsMultiLeg ? null : ticket.Legs[0].Intent,
        TimeInForce = ticket.TimeInForce,
        OrderClass = ticket.IsMultiLeg ? "mleg" : "simple",
        Legs = ticket.IsMultiLeg ? [.. ticket.Legs.Select((leg, index) => LegOf(ticket, leg, id, index))] : [],
    };

    /// <summary>An order with other prices, and so of another type.</summary>
    public static Order Priced(Order order, decimal? limit, decimal? stop, TimeInForce time) => order with
    {
        Type = TypeOf(limit, stop),
        LimitPrice = limit,
        StopPrice = stop,
        TimeInForce = time,
    };

    /// <summary>An order as a list of one symbol's orders shows it: each leg as one of its own, under the order's id.</summary>
    public static IEnumerable<Order> Apart(Order order) => order.Legs.Count == 0
        ? [order]
        : [order with { Legs = [] }, .. order.Legs.Select(leg => order with
        {
            Symbol = leg.Symbol,
            Side = leg.Side,
            Quantity = leg.Quantity,
            FilledQuantity = leg.FilledQuantity,
            FilledAveragePrice = leg.FilledAveragePrice,
            Intent = leg.Intent,
            LimitPrice = null,
            Legs = [],
        })];

    /// <summary>What a script says at once, without a look at the account; null if the broker hears and looks.</summary>
    public static SubmitOutcome? NotTaken(CloseScript script) => script switch
    {
        CloseScript.LoseRequest => new SubmitOutcome.Unknown("connection reset"),
        CloseScript.Refuse refuse => new SubmitOutcome.Refused(refuse.HttpStatus, refuse.Code, refuse.Message),
        CloseScript.LimitRate limit => new SubmitOutcome.RateLimited(limit.RetryAfter),
        _ => null,
    };

    /// <summary>Why a close is refused; null if it is not.</summary>
    public static SubmitOutcome.Refused? CloseRefusal(InMemoryBook book, string symbol, decimal quantity) =>
        book.Held(symbol) == 0 ? new SubmitOutcome.Refused(404, 40410000, "position does not exist")
        : quantity > Free(book, symbol, book.Held(symbol) > 0 ? OrderSide.Sell : OrderSide.Buy)
            ? new SubmitOutcome.Refused(403, 40310000, "insufficient qty available for order")
            : WashTrade(book, symbol, book.Held(symbol) > 0 ? OrderSide.Sell : OrderSide.Buy, null);

    /// <summary>Why an order is refused; null if it is not.</summary>
    public static SubmitOutcome.Refused? Refusal(InMemoryBook book, OrderTicket ticket)
    {
        if (book.Orders.Any(order => order.ClientOrderId == ticket.ClientOrderId))
        {
            return new SubmitOutcome.Refused(422, 40010001, "client_order_id must be unique");
        }

        return ticket.Legs
            .Where(leg => leg.Intent.IsClosing() && ticket.Quantity * leg.Ratio > Free(book, leg.Symbol, leg.Side))
            .Select(leg => new SubmitOutcome.Refused(
                422, 42210000, $"position intent mismatch, inferred: {Word(leg.Side)}_to_open, specified: {Word(leg.Side)}_to_close"))
            .FirstOrDefault()
            ?? ticket.Legs.Select(leg => WashTrade(book, leg.Symbol, leg.Side, ticket.IsMultiLeg ? null : ticket.LimitPrice)).FirstOrDefault(refused => refused is not null);
    }

    // No account trades with itself: a price that meets that of a working order on the other side is refused, and no price meets every one.
    private static SubmitOutcome.Refused? WashTrade(InMemoryBook book, string symbol, OrderSide side, decimal? limit) =>
        book.Orders.SelectMany(Apart).Any(order => order.IsWorking && order.Symbol == symbol && order.Side != side
            && (limit is null || order.LimitPrice is not { } standing || (side == OrderSide.Buy ? limit >= standing : limit <= standing)))
            ? new SubmitOutcome.Refused(403, 40310000, "potential wash trade detected")
            : null;

    // What of a holding no working order of that side holds; 0 if the holding is of the other sign.
    private static decimal Free(InMemoryBook book, string symbol, OrderSide side)
    {
        var held = side == OrderSide.Sell ? book.Held(symbol) : -book.Held(symbol);
        var reserved = book.Orders.SelectMany(Apart)
            .Where(order => order.Symbol == symbol && order.Side == side)
            .Sum(order => order.RemainingQuantity);
        return Math.Max(0, held - reserved);
    }

    private static OrderType TypeOf(decimal? limit, decimal? stop) => (limit, stop) switch
    {
        (null, null) => OrderType.Market,
        (_, null) => OrderType.Limit,
        (null, _) => OrderType.Stop,
        _ => OrderType.StopLimit,
    };

    private static LegReport LegOf(OrderTicket ticket, OrderLeg leg, string id, int index) => new(
        string.Create(CultureInfo.InvariantCulture, $"{id}-leg-{index + 1}"), leg.Symbol, leg.Side, leg.Intent, ticket.Quantity * leg.Ratio, 0, null);

    private static string Word(OrderSide side) => side == OrderSide.Sell ? "sell" : "buy";
}
