using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Structures;

/// <summary>What an order of the desk has opened so far, apart from what is held beside it: its spread stays that spread, whatever would pair better.</summary>
internal static class OpenedMatch
{
    /// <summary>Takes all loose units of an opening; a call that it sold, with the shares behind it.</summary>
    /// <param name="legs">What one unit trades, signed.</param>
    /// <param name="pool">What is in no structure yet.</param>
    /// <returns>Empty if nothing of it is held.</returns>
    public static IReadOnlyList<Structure> Take(IReadOnlyList<LegQuantity> legs, LegPool pool)
    {
        var held = legs.Select(leg => pool.Find(leg.Symbol, leg.Quantity > 0)).OfType<LooseLeg>().ToList();
        if (held.Count < legs.Count)
        {
            return [];
        }

        var units = decimal.Floor(legs.Zip(held, (leg, loose) => loose.Left / Math.Abs(leg.Quantity)).Min());
        return units == 0 ? [] : LooseMatch.TakeAll(WithShares([.. legs.Zip(held, (leg, loose) => Part(loose, units * Math.Abs(leg.Quantity)))], pool));
    }

    private static List<LooseLeg> WithShares(List<LooseLeg> taken, LegPool pool)
    {
        if (taken is [{ Contract.Right: OptionRight.Call, Leg.IsLong: false } sold]
            && pool.Legs.FirstOrDefault(leg => leg is { IsStock: true, Leg.IsLong: true } && leg.Group == sold.Group) is { } shares)
        {
            var covered = Math.Min(sold.Left, decimal.Floor(shares.Left / sold.Leg.Multiplier));
            taken.Add(Part(shares, covered * sold.Leg.Multiplier));
        }

        return taken;
    }

    private static LooseLeg Part(LooseLeg loose, decimal quantity)
    {
        loose.Left -= quantity;
        return new LooseLeg(loose.Leg, quantity, loose.IsStock);
    }
}
