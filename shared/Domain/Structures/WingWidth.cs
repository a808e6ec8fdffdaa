using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Structures;

/// <summary>Distances between short strikes and the long ones that cover them. A leg covers another of its right, expiring no
/// earlier, in the same number; one long covers one short.</summary>
internal static class WingWidth
{
    /// <summary>The wider wing, USD per share, whatever its side; null without a short leg or with one that is not covered.</summary>
    public static decimal? Of(IReadOnlyList<PositionLeg> legs) => Widest(legs, static distance => Math.Abs(distance));

    /// <summary>The wider wing of which the short strike is the nearer: what can be lost before the entry is counted; 0 if the
    /// long strike is the nearer.</summary>
    public static decimal? AtRisk(IReadOnlyList<PositionLeg> legs) => Widest(legs, static distance => Math.Max(distance, 0));

    private static decimal? Widest(IReadOnlyList<PositionLeg> legs, Func<decimal, decimal> measure)
    {
        decimal? widest = null;
        foreach (var leg in legs)
        {
            if (leg is { IsLong: false, Contract: { } sold })
            {
                if (Wing(legs, leg, sold) is not { Contract: { } bought })
                {
                    return null;
                }

                var distance = sold.Right == OptionRight.Put ? sold.Strike - bought.Strike : bought.Strike - sold.Strike;
                widest = Math.Max(widest ?? 0, measure(distance));
            }
        }

        return widest;
    }

    // Kinds have at most one long leg of each right: no leg is taken twice.
    private static PositionLeg? Wing(IReadOnlyList<PositionLeg> legs, PositionLeg shortLeg, OptionContract sold)
    {
        PositionLeg? wing = null;
        foreach (var leg in legs)
        {
            if (leg.Contract is { } bought && bought.Right == sold.Right)
            {
                if (leg.IsLong && leg.Ratio == -shortLeg.Ratio && bought.Expiration >= sold.Expiration && wing is null)
                {
                    wing = leg;
                }
                else if (leg != shortLeg)
                {
                    return null;
                }
            }
        }

        return wing;
    }
}
