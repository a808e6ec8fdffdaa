using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;

namespace ExitDesk.Engine.Telling;

/// <summary>What others did with contracts of a position that is as large as before.</summary>
internal static class BoughtBackText
{
    /// <summary>For instance <c>sold 1 at 1.90, bought back 1 at 1.85: +$5.00; its entry stays 2.00</c>.</summary>
    /// <param name="before">As it was.</param>
    /// <param name="after">With the result.</param>
    /// <param name="fills">What was booked.</param>
    public static string Of(Position before, Position after, FillDivision fills)
    {
        var done = fills.Bookable.Concat(fills.BoughtBack)
            .Select(part => part.Fill)
            .Select((fill, i) => $"{(fill.Side == OrderSide.Sell ? "sold" : "bought")}{(i < fills.Bookable.Count ? "" : " back")} {Titles.Of(fill.Symbol, fill.Quantity)} at {Figures.Price(fill.Price)}");
        var entry = fills.BoughtBack.Count > 0 || !after.Status.IsLive()
            ? $"its entry stays {Figures.Price(after.EntryPrice)}"
            : $"what replaced it is in its entry of {Figures.Price(after.EntryPrice)}, the broker's average";
        return $"{string.Join(", ", done)}: {Figures.Signed((after.RealizedPnl ?? 0) - (before.RealizedPnl ?? 0))}; {entry}";
    }
}
