using ExitDesk.Domain.Closing;

namespace ExitDesk.Domain.Overrides;

/// <summary>What came of the owner's answer.</summary>
/// <param name="Units">Contracts, or units of a spread, that it is known of; above 0.</param>
/// <param name="Cash">What ending them brought (positive) or cost (negative), USD, to the cent; fees left out.</param>
public sealed record OwnersSide(decimal Units, decimal Cash)
{
    /// <summary>What the fills of a close brought. A leg that nobody bid for and that was left to expire counts as nothing, as its bid did.</summary>
    /// <param name="ended">A closing that is over.</param>
    /// <returns>Null if nothing was filled, or its legs were not filled in ratio: then there is no price of the whole.</returns>
    public static OwnersSide? OfClose(PositionClosing ended)
    {
        var units = ended.FilledQuantity;
        if (units <= 0 || ended.RealizedPnl is not { } result
            || ended.Legs.Any(leg => ended.ClosedOf(leg) != (ended.LeftOut.Contains(leg.Symbol) ? 0 : units * Math.Abs(leg.Ratio))))
        {
            return null;
        }

        var entries = ended.Legs.Sum(leg => Math.Sign(leg.Ratio) * leg.EntryPrice * ended.ClosedOf(leg) * leg.Multiplier);
        return new OwnersSide(units, Cents(result + entries));
    }

    internal static decimal Cents(decimal dollars) => decimal.Round(dollars, 2, MidpointRounding.AwayFromZero);
}
