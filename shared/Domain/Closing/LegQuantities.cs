using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Closing;

/// <summary>Quantities of single legs in orders and holdings. All in contracts or shares, 0 or more.</summary>
public static class LegQuantities
{
    /// <summary>What an order filled of one symbol.</summary>
    public static decimal FilledOf(this Order order, string symbol) => order.Legs.Count == 0
        ? order.Symbol == symbol ? order.FilledQuantity : 0
        : order.Legs.Where(leg => leg.Symbol == symbol).Sum(leg => Filled(order, leg));

    /// <summary>What an order may still fill of one symbol on one side.</summary>
    public static decimal RemainingOf(this Order order, string symbol, OrderSide side) =>
        !order.IsWorking ? 0
        : order.Legs.Count == 0 ? (order.Symbol == symbol && order.Side == side ? order.RemainingQuantity : 0)
        : order.Legs.Where(leg => leg.Symbol == symbol && leg.Side == side).Sum(leg => leg.Quantity - Filled(order, leg));

    /// <summary>True if an order trades a symbol on a side and may still fill.</summary>
    public static bool Works(this Order order, string symbol, OrderSide side) => order.IsWorking && (order.Legs.Count == 0
        ? order.Symbol == symbol && order.Side == side
        : order.Legs.Any(leg => leg.Symbol == symbol && leg.Side == side));

    /// <summary>The side that closes a leg.</summary>
    public static OrderSide ClosingSide(this PositionLeg leg) => leg.IsLong ? OrderSide.Sell : OrderSide.Buy;

    /// <summary>The order leg that closes one unit of a leg.</summary>
    public static OrderLeg Closing(this PositionLeg leg, int ratio) =>
        OrderLeg.Of(leg.Symbol, leg.IsLong ? PositionIntent.SellToClose : PositionIntent.BuyToClose, ratio);

    // The order's own count and its legs' may be told at different times: the larger one happened.
    private static decimal Filled(Order order, LegReport leg) =>
        Math.Max(leg.FilledQuantity, order.Quantity > 0 ? order.FilledQuantity * leg.Quantity / order.Quantity : 0);
}
