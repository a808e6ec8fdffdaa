namespace ExitDesk.Domain.Structures;

/// <summary>Joins credit verticals of puts with those of calls.</summary>
internal static class CondorSearch
{
    /// <summary>Takes condors out of the pairs; what is left of a pair stays in it.</summary>
    /// <remarks>The put pair of most units first; it takes the call pair with most units in common, then of equal units, then of
    /// equal width, then with the nearest short strikes, then the first.</remarks>
    public static List<Structure> Take(List<WingPair> puts, List<WingPair> calls)
    {
        var condors = new List<Structure>();
        foreach (var put in puts.OrderByDescending(pair => pair.Units).ToList())
        {
            while (put.Units > 0 && Best(put, calls) is { } call)
            {
                var units = Math.Min(put.Units, call.Units);
                put.Units -= units;
                call.Units -= units;
                PositionLeg[] legs = [put.Sold.Leg, put.Bought.Leg, call.Sold.Leg, call.Bought.Leg];
                condors.Add(new Structure(StructureKind.IronCondor, [.. legs.Order(LegOrder.Instance)], units));
            }
        }

        return condors;
    }

    private static WingPair? Best(WingPair put, List<WingPair> calls) => calls
        .Where(call => call.Units > 0 && put.SoldStrike <= call.SoldStrike && put.Sold.Leg.Multiplier == call.Sold.Leg.Multiplier)
        .MinBy(call => (
            -Math.Min(put.Units, call.Units), call.Units != put.Units, call.Width != put.Width, call.SoldStrike - put.SoldStrike));
}
