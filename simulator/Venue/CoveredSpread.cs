using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>Short options of one contract that longs stand behind.</summary>
/// <param name="Written">The short contract.</param>
/// <param name="Collateral">The difference of strikes over all of them, USD, 0 or more.</param>
internal sealed record CoveredSpread(ListedContract Written, decimal Collateral)
{
    /// <summary>What is set aside for spreads of one stock: of calls and puts that end together the larger side alone, for only one of them can lose.</summary>
    /// <remarks>So an iron condor takes one width. Sides that overlap, a short put above a short call, can both lose and are added.</remarks>
    public static decimal Sum(IEnumerable<CoveredSpread> spreads) => spreads
        .GroupBy(spread => (spread.Written.Underlying, spread.Written.Expiration, spread.Written.Multiplier))
        .Sum(together => Of([.. together.Where(spread => spread.Written.IsCall)], [.. together.Where(spread => !spread.Written.IsCall)]));

    private static decimal Of(IReadOnlyList<CoveredSpread> calls, IReadOnlyList<CoveredSpread> puts)
    {
        var (above, below) = (calls.Sum(spread => spread.Collateral), puts.Sum(spread => spread.Collateral));
        return calls.Count > 0 && puts.Count > 0 && puts.Max(put => put.Written.Strike) <= calls.Min(call => call.Written.Strike)
            ? Math.Max(above, below)
            : above + below;
    }
}
