using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>Long legs that a close left to expire, because nobody bid for them: positions of their own from the moment it ends.</summary>
/// <remarks>Were they left to the next sync, what becomes of them before it would be nobody's.</remarks>
public static class LeftBehind
{
    /// <summary>They are guarded as the whole was, with the rules of what they are now.</summary>
    /// <param name="origin">The position that ends, or goes on with fewer units.</param>
    /// <param name="ended">Its closing.</param>
    /// <param name="taken">Ids that the ledger has.</param>
    /// <param name="tradingDate">The day in New York.</param>
    /// <returns>Of each leg that was left out, what goes with the units that are no longer held; empty if nothing was closed.</returns>
    public static IReadOnlyList<Position> Of(Position origin, PositionClosing ended, IEnumerable<string> taken, DateOnly tradingDate)
    {
        // What stays open keeps the legs of its own units; whoever was gone before an order of ours is the sync's to look for.
        var units = ended.End switch
        {
            CloseEnd.Closed => ended.Quantity,
            CloseEnd.Withdrawn or CloseEnd.Unfilled or CloseEnd.GivenUp => ended.FilledQuantity,
            CloseEnd.Overtaken or null => 0,
        };

        var births = new PositionBirths(new PositionNaming(taken, tradingDate), origin.FirstSeenAt, _ => origin.Management, []);
        return
        [
            .. ended.Legs
                .Where(leg => leg.IsLong && ended.LeftOut.Contains(leg.Symbol))
                .Select(leg => (Leg: leg, Left: (leg.Ratio * units) - ended.ClosedOf(leg)))
                .Where(leg => leg.Left > 0)
                .Select(leg => births.Continued(new Structure(StructureKind.LongOption, [leg.Leg with { Ratio = 1 }], leg.Left), origin)),
        ];
    }
}
