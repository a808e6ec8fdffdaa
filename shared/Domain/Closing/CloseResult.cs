using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Closing;

/// <summary>Money of closing fills.</summary>
public static class CloseResult
{
    /// <summary>Realized profit or loss in USD, rounded to the cent, half away from zero; commissions not counted.</summary>
    /// <param name="side">Of the position.</param>
    /// <param name="entryPrice">Average entry, USD per share.</param>
    /// <param name="multiplier">Shares per contract.</param>
    /// <param name="fills">The closing fills, each at its own price.</param>
    public static decimal RealizedPnl(PositionSide side, decimal entryPrice, int multiplier, IEnumerable<Fill> fills)
    {
        var sign = side == PositionSide.Long ? 1 : -1;
        var total = fills.Sum(fill => sign * (fill.Price - entryPrice) * fill.Quantity * multiplier);
        return decimal.Round(total, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>The same over all legs: the sum of what each leg's fills realized, each to the cent.</summary>
    public static decimal RealizedPnl(IEnumerable<PositionLeg> legs, IReadOnlyList<Fill> fills) => legs.Sum(leg => RealizedPnl(
        leg.IsLong ? PositionSide.Long : PositionSide.Short, leg.EntryPrice, leg.Multiplier, fills.Where(fill => fill.Symbol == leg.Symbol)));

    /// <summary>Cash that fills bring (positive) or cost (negative), in USD.</summary>
    public static decimal Cash(IEnumerable<Fill> fills, int multiplier) =>
        fills.Sum(fill => (fill.Side == OrderSide.Sell ? 1 : -1) * fill.Price * fill.Quantity * multiplier);
}
