namespace ExitDesk.Domain.Structures;

/// <summary>Finds the long leg that covers each short one.</summary>
/// <remarks>
/// Equal quantities first, for what was opened together is held in equal numbers; then the short leg of the largest quantity.
/// It takes the long leg with which it has most units in common; among those the one that makes a credit, then the nearest
/// strike, then the nearest expiration, then the first in the order of legs. The order is total: no input order matters.
/// </remarks>
internal static class WingSearch
{
    /// <summary>Takes pairs out of what is loose, until none is left that may be one.</summary>
    /// <param name="shorts">In the order of legs.</param>
    /// <param name="longs">In the order of legs.</param>
    /// <param name="mayPair">Whether a short leg and a long one may become one structure.</param>
    public static List<WingPair> Take(List<LooseLeg> shorts, List<LooseLeg> longs, Func<LooseLeg, LooseLeg, bool> mayPair)
    {
        var pairs = new List<WingPair>();
        if (shorts.Count == 0 || longs.Count == 0)
        {
            return pairs;
        }

        // OrderBy is stable: equal quantities stay in the order of legs.
        var largestFirst = shorts.Count == 1 ? shorts : [.. shorts.OrderByDescending(leg => leg.Left)];
        foreach (var sold in largestFirst)
        {
            TakeAll(pairs, sold, longs, (one, other) => one.Left == other.Left && mayPair(one, other));
        }

        foreach (var sold in largestFirst)
        {
            TakeAll(pairs, sold, longs, mayPair);
        }

        return pairs;
    }

    private static void TakeAll(List<WingPair> pairs, LooseLeg sold, List<LooseLeg> longs, Func<LooseLeg, LooseLeg, bool> mayPair)
    {
        while (sold.Left >= 1 && Best(sold, longs, mayPair) is { } bought)
        {
            var units = decimal.Floor(Math.Min(sold.Left, bought.Left));
            sold.Left -= units;
            bought.Left -= units;
            pairs.Add(new WingPair(sold, bought, units));
        }
    }

    private static LooseLeg? Best(LooseLeg sold, List<LooseLeg> longs, Func<LooseLeg, LooseLeg, bool> mayPair)
    {
        LooseLeg? best = null;
        foreach (var bought in longs)
        {
            if (bought.Left >= 1 && bought.Leg.Multiplier == sold.Leg.Multiplier && mayPair(sold, bought)
                && (best is null || Rank(sold, bought).CompareTo(Rank(sold, best)) < 0))
            {
                best = bought;
            }
        }

        return best;
    }

    private static (decimal Units, bool IsDebit, decimal Distance, int Days) Rank(LooseLeg sold, LooseLeg bought) => (
        -decimal.Floor(Math.Min(sold.Left, bought.Left)),
        !StructureKinds.IsCredit(sold.Contract!, bought.Contract!),
        Math.Abs(sold.Contract!.Strike - bought.Contract!.Strike),
        bought.Contract!.Expiration.DayNumber - sold.Contract!.Expiration.DayNumber);
}
