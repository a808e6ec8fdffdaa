using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Structures;

/// <summary>Matches what is loose in one root: only short legs look for partners, complete structures first, the rest is single.</summary>
internal static class LooseMatch
{
    /// <summary>Uses up all that is left of the legs.</summary>
    /// <param name="legs">Options of one root, and the stock whose root it is, if any.</param>
    public static List<Structure> TakeAll(IEnumerable<LooseLeg> legs)
    {
        var sorted = legs.Where(leg => leg.Left > 0).ToList();
        var found = new List<Structure>();
        if (sorted.Count > 1)
        {
            sorted.Sort(static (left, right) => LegOrder.Instance.Compare(left.Leg, right.Leg));
            if (sorted.Exists(leg => leg is { Leg.IsLong: false, Contract: not null }))
            {
                TakePairs(found, sorted);
            }
        }

        foreach (var single in sorted)
        {
            if (single.Left > 0)
            {
                found.Add(single.Single());
                single.Left = 0;
            }
        }

        return found;
    }

    private static void TakePairs(List<Structure> found, List<LooseLeg> legs)
    {
        var (puts, calls) = (Side.Of(legs, OptionRight.Put), Side.Of(legs, OptionRight.Call));
        var expirations = legs.Where(leg => leg.Contract is not null).Select(leg => leg.Contract!.Expiration).Distinct().ToList();
        foreach (var day in expirations)
        {
            TakeCondors(found, puts.On(day), calls.On(day));
        }

        foreach (var day in expirations)
        {
            TakeVerticals(found, puts.On(day));
            TakeVerticals(found, calls.On(day));
        }

        TakeCoveredCalls(found, calls.Shorts, legs.Find(leg => leg is { IsStock: true, Leg.IsLong: true }));
        TakeCalendars(found, puts);
        TakeCalendars(found, calls);
    }

    private static void TakeCondors(List<Structure> found, Side puts, Side calls)
    {
        if (!puts.HasBoth || !calls.HasBoth)
        {
            return;
        }

        var (putPairs, callPairs) = (CreditPairs(puts), CreditPairs(calls));
        found.AddRange(CondorSearch.Take(putPairs, callPairs));
        putPairs.ForEach(pair => pair.Release());
        callPairs.ForEach(pair => pair.Release());
    }

    private static List<WingPair> CreditPairs(Side side) => WingSearch.Take(
        side.Shorts, side.Longs, static (sold, bought) => StructureKinds.IsCredit(sold.Contract!, bought.Contract!));

    private static void TakeVerticals(List<Structure> found, Side side)
    {
        foreach (var pair in WingSearch.Take(side.Shorts, side.Longs, static (_, _) => true))
        {
            found.Add(Paired(pair.IsCredit ? StructureKind.VerticalCredit : StructureKind.VerticalDebit, pair));
        }
    }

    // One strike first; then any, for a long leg that outlives the short one covers it, and sold alone would leave it naked.
    private static void TakeCalendars(List<Structure> found, Side side)
    {
        var pairs = WingSearch.Take(side.Shorts, side.Longs, static (sold, bought) =>
            Outlives(bought, sold) && sold.Contract!.Strike == bought.Contract!.Strike);
        pairs.AddRange(WingSearch.Take(side.Shorts, side.Longs, static (sold, bought) => Outlives(bought, sold)));
        found.AddRange(pairs.Select(pair => Paired(StructureKind.CalendarSpread, pair)));
    }

    private static bool Outlives(LooseLeg bought, LooseLeg sold) => bought.Contract!.Expiration > sold.Contract!.Expiration;

    private static Structure Paired(StructureKind kind, WingPair pair)
    {
        var (sold, bought) = (pair.Sold.Leg, pair.Bought.Leg);
        return new Structure(kind, LegOrder.Instance.Compare(sold, bought) < 0 ? [sold, bought] : [bought, sold], pair.Units);
    }

    private static void TakeCoveredCalls(List<Structure> found, List<LooseLeg> calls, LooseLeg? shares)
    {
        if (shares is null)
        {
            return;
        }

        foreach (var call in calls.OrderByDescending(call => call.Left))
        {
            var units = decimal.Floor(Math.Min(call.Left, shares.Left / call.Leg.Multiplier));
            if (units > 0)
            {
                call.Left -= units;
                shares.Left -= units * call.Leg.Multiplier;
                found.Add(new Structure(
                    StructureKind.CoveredCall, [call.Leg, shares.Leg with { Ratio = call.Leg.Multiplier }], units));
            }
        }
    }

    /// <summary>Short and long options of one right, each in the order of legs.</summary>
    private sealed record Side(List<LooseLeg> Shorts, List<LooseLeg> Longs)
    {
        public bool HasBoth => Shorts.Count > 0 && Longs.Count > 0;

        public static Side Of(List<LooseLeg> legs, OptionRight right) => new(
            legs.FindAll(leg => leg.Contract?.Right == right && !leg.Leg.IsLong),
            legs.FindAll(leg => leg.Contract?.Right == right && leg.Leg.IsLong));

        public Side On(DateOnly day) => new(
            Shorts.FindAll(leg => leg.Contract!.Expiration == day), Longs.FindAll(leg => leg.Contract!.Expiration == day));
    }
}
