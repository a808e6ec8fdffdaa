using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Closing;

/// <summary>What is left of one leg of a closing.</summary>
/// <param name="Leg">Which.</param>
/// <param name="Remaining">Contracts that our fills have not closed yet, above 0.</param>
/// <param name="Held">Of these contracts, what the broker still holds: 0 to the remaining.</param>
/// <param name="Closable">Of those, the contracts that no other closing is about to close and no other position needs: 0 to the held.</param>
public sealed record OpenLeg(PositionLeg Leg, decimal Remaining, decimal Held, decimal Closable)
{
    /// <summary>True if no unit of it is left beside what covers that which other positions sold: closing one would leave those naked.</summary>
    public bool IsOnlyCover { get; private init; }

    /// <summary>Units that can be closed: contracts over the ratio.</summary>
    public decimal Units => Closable / Math.Abs(Leg.Ratio);

    /// <summary>Units that are held: contracts over the ratio.</summary>
    public decimal HeldUnits => Held / Math.Abs(Leg.Ratio);

    /// <summary>All legs of a closing that are neither closed by us nor left out, by a complete look.</summary>
    public static IReadOnlyList<OpenLeg> Of(PositionClosing closing, CloseLook look) => [.. closing.OpenLegs.Select(leg => Of(leg, closing.RemainingOf(leg), look))];

    /// <summary>True if every leg is held in the same number of whole units, at least one.</summary>
    public static bool AreEven(IReadOnlyList<OpenLeg> legs) =>
        legs.Count > 0 && legs[0].HeldUnits >= 1 && legs.All(leg => leg.HeldUnits == legs[0].HeldUnits && leg.HeldUnits == decimal.Truncate(leg.HeldUnits));

    /// <summary>Whole units that can be closed of every leg.</summary>
    public static decimal WholeUnits(IReadOnlyList<OpenLeg> legs) => decimal.Truncate(legs.Min(leg => leg.Units));

    private static OpenLeg Of(PositionLeg leg, decimal remaining, CloseLook look)
    {
        var listed = leg.IsLong ? look.HeldOf(leg.Symbol) : -look.HeldOf(leg.Symbol);
        var held = Math.Clamp(listed, 0, remaining);
        var cover = leg.IsLong ? look.Covering.GetValueOrDefault(leg.Symbol) : 0;
        return new OpenLeg(leg, remaining, held, Math.Clamp(listed - cover - look.ReservedOf(leg), 0, held)) { IsOnlyCover = cover > 0 && listed - cover < Math.Min(Math.Abs(leg.Ratio), held) };
    }
}
