using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.History;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>The money of a closing as trade rows: one for each leg that it traded. Pure.</summary>
public static class CloseTrades
{
    /// <summary>Rows by leg. A sole leg's row bears the closing's id, of several each adds its symbol.</summary>
    public static IReadOnlyList<TradeRecord> Of(PositionClosing ended, IReadOnlyList<Fill> fills) =>
    [
        .. ended.Legs
            .Select(leg => (Leg: leg, Fills: fills.Where(fill => fill.Symbol == leg.Symbol).ToList()))
            .Where(traded => traded.Fills.Count > 0)
            .Select(traded => Of(ended, traded.Leg, traded.Fills)),
    ];

    /// <summary>
    /// What orders say of their fills, for when the list of fills does not come: averages, rounded by the broker. One that did not fill to
    /// the last bears no time of its fills: its own stands for it, on the same day.
    /// </summary>
    public static IReadOnlyList<Fill> FromOrders(PositionClosing closing) =>
    [
        .. closing.Orders.Where(order => order.FilledQuantity > 0).SelectMany(order => order.Legs.Count == 0
            ? [new Fill(order.Id, order.Id, order.Symbol, order.Side, order.FilledQuantity, order.FilledAveragePrice ?? 0, order.FilledAt ?? order.CreatedAt)]
            : order.Legs.Select(leg => new Fill(
                leg.Id, leg.Id, leg.Symbol, leg.Side, order.FilledOf(leg.Symbol), leg.FilledAveragePrice ?? 0, order.FilledAt ?? order.CreatedAt))),
    ];

    private static TradeRecord Of(PositionClosing ended, PositionLeg leg, List<Fill> fills)
    {
        var side = leg.IsLong ? PositionSide.Long : PositionSide.Short;
        var quantity = fills.Sum(fill => fill.Quantity);
        return new TradeRecord(
            ended.IsMultiLeg ? $"{ended.Id}:{leg.Symbol}" : ended.Id, ended.PositionId, leg.Symbol, side, quantity, leg.Multiplier, leg.EntryPrice,
            fills.Sum(fill => fill.Price * fill.Quantity) / quantity, CloseResult.Cash(fills, leg.Multiplier),
            CloseResult.RealizedPnl(side, leg.EntryPrice, leg.Multiplier, fills),
            ended.Trigger.Reason, ended.Trigger, fills.Max(fill => fill.At), fills);
    }
}
