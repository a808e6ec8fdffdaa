using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>Long legs that a close left to expire, because nobody bid for them: positions of their own from the moment it ends.</summary>
/// <remarks>Were they left to the next sync, what becomes of them before it would be nobody's.</remarks>
public static class LeftBehind
{
    /// <summary>They are guarded as the whole was, with the rules of what they are now.</summary>
    /// <param name="origin">The position that ends.</param>
    /// <param name="ended">Its closing.</param>
    /// <param name="taken">Ids that the ledger has.</param>
    /// <param name="tradingDate">The day in New York.</param>
    /// <returns>Empty unless the closing closed the rest of it.</returns>
    public static IReadOnlyList<Position> Of(Position origin, PositionClosing ended, IEnumerable<string> taken, DateOnly tradingDate)
    {
        if (ended.End != CloseEnd.Closed || ended.LeftOut.Count == 0)
        {
            return [];
        }

        var births = new PositionBirths(new PositionNaming(taken, tradingDate), origin.FirstSeenAt, _ => origin.Management, []);
        return
        [
            .. ended.Legs
                .Where(leg => leg.IsLong && ended.LeftOut.Contains(leg.Symbol) && ended.RemainingOf(leg) > 0)
                .Select(leg => births.Continued(new Structure(StructureKind.LongOption, [leg with { Ratio = 1 }], ended.RemainingOf(leg)), origin)),
        ];
    }
}
