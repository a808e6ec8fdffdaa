using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>The order that takes a displaced one's place. Pure.</summary>
/// <remarks>It always means to close, so that the broker refuses it where nothing is held.</remarks>
public static class PutBackTicket
{
    /// <summary>Same symbol, side, type, prices and time in force.</summary>
    /// <param name="displaced">The owner's order.</param>
    /// <param name="clientOrderId">A new one.</param>
    /// <param name="quantity">Contracts or shares, above 0.</param>
    public static OrderTicket Of(Order displaced, string clientOrderId, decimal quantity) =>
        new(clientOrderId, [OrderLeg.Of(displaced.Symbol, IntentOf(displaced))], quantity, displaced.LimitPrice)
        {
            StopPrice = displaced.StopPrice,
            TimeInForce = displaced.TimeInForce,
        };

    /// <summary>Why an order cannot be sent as it was, in words; null if it can.</summary>
    public static string? Problem(Order displaced) =>
        displaced.Legs.Count > 0 || displaced.OrderClass is not ("" or "simple") ? "it was tied to other orders or had several legs"
        : displaced.Type is not (OrderType.Limit or OrderType.Stop or OrderType.StopLimit) ? "it was neither a limit nor a stop order"
        : displaced.Type == OrderType.Limit != displaced.StopPrice is null || displaced.Type == OrderType.Stop != displaced.LimitPrice is null ? "its prices do not fit its type"
        : displaced.TimeInForce is not (TimeInForce.Day or TimeInForce.GoodTillCanceled) ? "how long it was to work is not known here"
        : displaced.Intent is { } intent && !intent.IsClosing() ? "it was not to close anything"
        : TicketCheck.Problem(Of(displaced, "checked", 1));

    private static PositionIntent IntentOf(Order displaced) =>
        displaced.Side == OrderSide.Sell ? PositionIntent.SellToClose : PositionIntent.BuyToClose;
}
