using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>Counts what left a position without a known result. Quantities are signed as they were held.</summary>
public static class UnexplainedLegs
{
    /// <summary>Legs of so many units, as far as a close trades them.</summary>
    /// <param name="structure">What was held.</param>
    /// <param name="units">0 or more.</param>
    public static IReadOnlyList<LegQuantity> Of(Structure structure, decimal units) => units <= 0
        ? []
        : [.. structure.ClosingLegs.Select(leg => new LegQuantity(leg.Symbol, leg.Ratio * units))];

    /// <summary>What lacks a result after more left and some of it was explained by fills.</summary>
    /// <param name="before">What lacked one so far.</param>
    /// <param name="gone">What left.</param>
    /// <param name="fills">Closing fills.</param>
    public static IReadOnlyList<LegQuantity> After(
        IReadOnlyList<LegQuantity> before, IReadOnlyList<LegQuantity> gone, IReadOnlyList<Fill> fills) =>
    [
        .. before.Concat(gone)
            .GroupBy(leg => leg.Symbol)
            .Select(leg => new LegQuantity(leg.Key, Toward(leg.Sum(part => part.Quantity), fills.Where(fill => fill.Symbol == leg.Key).Sum(fill => fill.Quantity))))
            .Where(leg => leg.Quantity != 0),
    ];

    /// <summary>A signed quantity, less so many, never beyond zero.</summary>
    public static decimal Toward(decimal quantity, decimal less) =>
        quantity > 0 ? Math.Max(0, quantity - less) : Math.Min(0, quantity + less);
}
