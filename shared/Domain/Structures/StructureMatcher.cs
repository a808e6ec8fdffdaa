using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Structures;

/// <summary>From what the broker holds to structures. Pure; the order of holdings and of known structures does not matter.</summary>
/// <remarks>
/// Known structures first: they claim complete units, those of more legs before those of fewer, then by id; what is left of broken
/// units stays with them; then those that are not ours may grow; then what our own orders open, as they open it. What is loose then is matched by root: iron condors, verticals,
/// covered calls, calendars, and the rest as single legs. Only short legs look for partners, so two unrelated long options are
/// never paired, nor are two short ones without wings: straddles and strangles are of entries made here. Adjusted roots pair
/// within themselves, without shares. Units of all structures add up to the holdings, sign included.
/// </remarks>
public static class StructureMatcher
{
    /// <summary>Matches a complete, successful read of the broker's positions.</summary>
    /// <param name="holdings">Everything the broker lists, each symbol once.</param>
    /// <param name="known">The live structures of the ledger.</param>
    /// <param name="multipliers">Shares per contract by OCC symbol, as the broker's contracts say.</param>
    /// <param name="opened">What one unit of each order of the desk opens: it is kept apart from what is held beside it.</param>
    public static MatchResult Match(
        IReadOnlyCollection<BrokerPosition> holdings,
        IReadOnlyCollection<KnownStructure> known,
        IReadOnlyDictionary<string, int> multipliers,
        params IReadOnlyCollection<IReadOnlyList<LegQuantity>> opened)
    {
        var pool = LegPool.Of(holdings, known, multipliers);
        var claims = known.OrderBy(one => one.PositionId, StringComparer.Ordinal).Select(one => new KnownClaim(one, pool)).ToList();
        var joined = new AbsorbedQuantities();
        ClaimKnown(claims, joined);
        var loose = MatchLoose(pool, opened, joined);
        var created = GiveToKnown(claims, loose);
        return Result(claims, created, joined, pool.Unread);
    }

    private static void ClaimKnown(List<KnownClaim> claims, AbsorbedQuantities joined)
    {
        // OrderBy is stable: among equal numbers of legs the order of ids holds.
        var first = claims.Where(claim => claim.ClaimsFirst).OrderByDescending(claim => claim.Legs.Count).ToList();
        first.ForEach(claim => claim.ClaimComplete());
        first.ForEach(claim => claim.ClaimRest());
        first.ForEach(claim => joined.Add(claim.Legs, claim.Grow()));
    }

    private static List<Structure> MatchLoose(LegPool pool, IReadOnlyCollection<IReadOnlyList<LegQuantity>> opened, AbsorbedQuantities joined)
    {
        // OrderBy is stable: among equal numbers of legs the caller's order holds.
        var found = opened.OrderByDescending(legs => legs.Count).SelectMany(legs => OpenedMatch.Take(legs, pool)).ToList();
        foreach (var group in pool.Legs.Where(leg => leg.Left > 0).GroupBy(leg => leg.Group, StringComparer.Ordinal))
        {
            found.AddRange(LooseMatch.TakeAll(group));
        }

        found.ForEach(structure => joined.Add(structure.Legs, structure.Units));
        return found;
    }

    private static List<Structure> GiveToKnown(List<KnownClaim> claims, List<Structure> loose)
    {
        var takers = new Dictionary<(string Symbol, bool IsLong), KnownClaim>();
        foreach (var claim in claims.Where(claim => claim.TakesSingles).OrderBy(claim => claim.Known.IsPinned))
        {
            takers.TryAdd((claim.Legs[0].Symbol, claim.Legs[0].IsLong), claim);
        }

        var created = new List<Structure>();
        foreach (var structure in loose)
        {
            if (structure.Legs is [var leg] && takers.TryGetValue((leg.Symbol, leg.IsLong), out var taker))
            {
                taker.Add(structure);
            }
            else
            {
                created.Add(structure);
            }
        }

        return created;
    }

    private static MatchResult Result(
        List<KnownClaim> claims, List<Structure> created, AbsorbedQuantities joined, IReadOnlyList<BrokerPosition> unread)
    {
        var kept = new List<KeptStructure>();
        var orphaned = new List<OrphanedStructure>();
        var gone = new List<GoneStructure>();
        foreach (var claim in claims)
        {
            if (claim.IsBroken)
            {
                orphaned.Add(claim.Orphan());
            }
            else if (claim.Complete() is { } structure)
            {
                kept.Add(new KeptStructure(claim.Known, structure, joined.TakeFor(claim)));
            }
            else
            {
                gone.Add(new GoneStructure(claim.Known, joined.TakeFor(claim)));
            }
        }

        var sorted = created.Select(structure => (structure.Underlying, Structure: structure)).Order(StructureOrder.Instance);
        return new MatchResult(kept, [.. sorted.Select(one => one.Structure)], orphaned, gone, unread);
    }
}
