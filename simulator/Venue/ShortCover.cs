using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>What stands behind short options.</summary>
/// <remarks>
/// Level 3 without uncovered writing: a short option needs a long one of the same right and deliverable that lives at least as
/// long (the difference of strikes is set aside, of an iron condor that of the wider side), shares (calls) or the full strike in cash (puts).
/// </remarks>
/// <param name="UncoveredCalls">Contracts without cover.</param>
/// <param name="Collateral">Cash set aside, USD.</param>
internal sealed record ShortCover(int UncoveredCalls, decimal Collateral)
{
    public bool IsWorseThan(ShortCover other) =>
        UncoveredCalls != other.UncoveredCalls ? UncoveredCalls > other.UncoveredCalls : Collateral > other.Collateral;

    public static ShortCover Of(IReadOnlyDictionary<ListedContract, int> options, Func<string, int> shares)
    {
        var total = new ShortCover(0, 0m);
        var spreads = new List<CoveredSpread>();
        foreach (var group in options.GroupBy(option => (option.Key.Underlying, option.Key.IsCall)))
        {
            var cover = OfOneRight(group, shares(group.Key.Underlying), spreads);
            total = new ShortCover(total.UncoveredCalls + cover.UncoveredCalls, total.Collateral + cover.Collateral);
        }

        return total with { Collateral = total.Collateral + CoveredSpread.Sum(spreads) };
    }

    // What longs cover is noted beside: it is set aside together with the other right's.
    private static ShortCover OfOneRight(IEnumerable<KeyValuePair<ListedContract, int>> options, int shares, List<CoveredSpread> spreads)
    {
        var list = options.OrderByDescending(option => option.Key.Expiration).ThenBy(option => option.Key.Strike).ToList();
        var longs = list.Where(option => option.Value > 0).ToDictionary(option => option.Key, option => option.Value);
        var (uncovered, collateral) = (0, 0m);
        foreach (var (contract, quantity) in list.Where(option => option.Value < 0))
        {
            var (open, width) = MatchWithLongs(contract, -quantity, longs);
            if (open < -quantity)
            {
                spreads.Add(new CoveredSpread(contract, width));
            }

            if (contract.IsCall)
            {
                var covered = Math.Min(open, Math.Max(0, shares) / contract.Multiplier);
                shares -= covered * contract.Multiplier;
                uncovered += open - covered;
            }
            else
            {
                collateral += open * contract.Strike * contract.Multiplier;
            }
        }

        return new ShortCover(uncovered, collateral);
    }

    private static (int Open, decimal Collateral) MatchWithLongs(
        ListedContract contract, int quantity, Dictionary<ListedContract, int> longs)
    {
        var collateral = 0m;
        var living = longs.Keys.Where(cover =>
            cover.Expiration >= contract.Expiration && cover.Multiplier == contract.Multiplier);
        foreach (var cover in living.OrderBy(cover => Width(contract, cover)).ToList())
        {
            var matched = Math.Min(quantity, longs[cover]);
            longs[cover] -= matched;
            quantity -= matched;
            collateral += matched * Width(contract, cover) * contract.Multiplier;
        }

        return (quantity, collateral);
    }

    private static decimal Width(ListedContract written, ListedContract cover) =>
        Math.Max(0m, written.IsCall ? cover.Strike - written.Strike : written.Strike - cover.Strike);
}
