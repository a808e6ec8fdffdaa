using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Closing;

/// <summary>What is left of one leg of a closing.</summary>
/// <param name="Leg">Which.</param>
/// <param name="Remaining">Contracts that our fills have not closed yet, above 0.</param>
/// <param name="Closable">Of these contracts, what the broker still holds: 0 to the remaining.</param>
public sealed record OpenLeg(PositionLeg Leg, decimal Remaining, decimal Closable)
{
    /// <summary>Units that can be closed: contracts over the ratio.</summary>
    public decimal Units => Closable / Math.Abs(Leg.Ratio);

    /// <summary>All legs of a closing that are neither closed by us nor left out, by a complete look.</summary>
    public static IReadOnlyList<OpenLeg> Of(PositionClosing closing, CloseLook look) =>
    [
        .. closing.OpenLegs.Select(leg =>
        {
            var remaining = closing.RemainingOf(leg);
            var held = leg.IsLong ? look.HeldOf(leg.Symbol) : -look.HeldOf(leg.Symbol);
            return new OpenLeg(leg, remaining, Math.Clamp(held, 0, remaining));
        }),
    ];

    /// <summary>True if every leg can be closed in the same number of whole units, at least one.</summary>
    public static bool AreEven(IReadOnlyList<OpenLeg> legs) =>
        legs.Count > 0 && legs[0].Units >= 1 && legs.All(leg => leg.Units == legs[0].Units && leg.Units == decimal.Truncate(leg.Units));
}
