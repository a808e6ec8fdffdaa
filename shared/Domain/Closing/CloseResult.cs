using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Closing;

/// <summary>Money of closing fills.</summary>
public static class CloseResult
{
    /// <summary>Realized profit or loss in USD, rounded to the cent, half away from zero; commissions not counted.</summary>
    /// <param name="closing">Whose entry and multiplier count.</param>
    /// <param name="fills">Its fills, each at its own price.</param>
    public static decimal RealizedPnl(PositionClosing closing, IEnumerable<Fill> fills)
    {
        var sign = closing.Side == PositionSide.Long ? 1 : -1;
        var total = fills.Sum(fill => sign * (fill.Price - closing.EntryPrice) * fill.Quantity * closing.Multiplier);
        return decimal.Round(total, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>Cash that fills bring (positive) or cost (negative), in USD.</summary>
    public static decimal Cash(IEnumerable<Fill> fills, int multiplier) =>
        fills.Sum(fill => (fill.Side == OrderSide.Sell ? 1 : -1) * fill.Price * fill.Quantity * multiplier);
}
