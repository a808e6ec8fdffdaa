using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>Recognizes what a split, merger or special dividend made of a structure: it is held under other symbols over night.</summary>
/// <remarks>
/// A whole split multiplies contracts and divides strikes; anything else keeps both and marks the root with a digit (OCC, "Contract
/// adjustments", read 2026-11).
/// </remarks>
internal static class Adjustment
{
    // Strikes are rounded to the cent.
    private const decimal Rounding = 0.001m;

    /// <summary>True if every leg became one of the other, and none stayed.</summary>
    /// <param name="before">No longer listed.</param>
    /// <param name="after">Listed, and not known.</param>
    public static bool IsOf(Structure before, Structure after) =>
        before.ClosingLegs.Count == after.ClosingLegs.Count
        && Ordered(before).Zip(Ordered(after)).All(pair => IsOf(pair.First, before.Units, pair.Second, after.Units));

    private static bool IsOf(PositionLeg before, decimal units, PositionLeg after, decimal unitsAfter)
    {
        if (before.Contract is not { } old || after.Contract is not { } now || old == now || before.IsLong != after.IsLong
            || (old.Underlying, old.Expiration, old.Right) != (now.Underlying, now.Expiration, now.Right))
        {
            return false;
        }

        var factor = Math.Abs(after.Ratio) * unitsAfter / (Math.Abs(before.Ratio) * units);
        return now.IsAdjusted
            ? factor == 1 && old.Strike == now.Strike && old.Root != now.Root
            : old.Root == now.Root && factor >= 2 && factor == decimal.Truncate(factor) && Math.Abs(old.Strike / (now.Strike * factor) - 1) <= Rounding;
    }

    private static IEnumerable<PositionLeg> Ordered(Structure structure) =>
        structure.ClosingLegs.OrderBy(leg => leg.Contract?.Right).ThenBy(leg => leg.Contract?.Expiration).ThenBy(leg => leg.Contract?.Strike);
}
