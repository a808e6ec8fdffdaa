using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>Compares the ledger with a complete, successful read of the broker's positions. Pure.</summary>
public static class Reconciliation
{
    /// <summary>A position, or a leg of one, is gone only after two reads this far apart.</summary>
    public static readonly TimeSpan BetweenMissingReads = TimeSpan.FromSeconds(10);

    /// <summary>Plans what the ledger must learn.</summary>
    /// <param name="ledger">All positions of the ledger, ended ones of today among them (their ids are taken).</param>
    /// <param name="held">Everything the broker lists.</param>
    /// <param name="multipliers">Shares per contract by OCC symbol, as the broker's contracts say.</param>
    /// <param name="now">The broker's clock.</param>
    /// <param name="tradingDate">Its day in New York.</param>
    /// <param name="external">What to do with structures that the desk did not open.</param>
    /// <param name="openings">What orders of the desk open, or have opened just now.</param>
    public static ReconciliationPlan Plan(
        IReadOnlyCollection<Position> ledger,
        IReadOnlyCollection<BrokerPosition> held,
        IReadOnlyDictionary<string, int> multipliers,
        DateTimeOffset now,
        DateOnly tradingDate,
        Func<Structure, Management> external,
        params IReadOnlyCollection<Opening> openings)
    {
        var live = ledger.Where(position => position.Status.IsLive()).OrderBy(position => position.Id, StringComparer.Ordinal).ToList();
        var open = live.Where(position => position.Status != PositionStatus.Closing).ToDictionary(position => position.Id);
        var free = ClosingClaims.Subtract(held, live);
        var match = StructureMatcher.Match(free, [.. open.Values.Select(position => Known(position, openings))], multipliers, [.. openings.OrderBy(opening => opening.Id, StringComparer.Ordinal).Select(opening => opening.Legs)]);
        var naming = new PositionNaming(ledger.Select(position => position.Id), tradingDate);
        var births = new PositionBirths(naming, now, external, openings);
        var changes = new List<PositionChange>();
        var adjusted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var structure in match.New)
        {
            var origin = match.Gone.Select(gone => open[gone.Known.PositionId])
                .FirstOrDefault(gone => !adjusted.Contains(gone.Id) && Adjustment.IsOf(gone.Structure, structure));
            changes.Add(new PositionChange.Found(origin is null ? births.Found(structure) : births.Continued(structure, origin)));
            if (origin is not null && adjusted.Add(origin.Id))
            {
                changes.Add(new PositionChange.Regrouped(Regrouped(origin, now)));
            }
        }

        foreach (var kept in match.Kept)
        {
            AddChange(changes, open[kept.Known.PositionId], kept, external);
        }

        foreach (var orphan in match.Orphaned)
        {
            AddOrphan(changes, open[orphan.Known.PositionId], orphan, births, now);
        }

        // A position whose sign flipped is missing too: for two reads the ledger has both sides of its symbol.
        foreach (var gone in match.Gone.Where(gone => !adjusted.Contains(gone.Known.PositionId)))
        {
            AddMissing(changes, open[gone.Known.PositionId], gone, now);
        }

        return new ReconciliationPlan(changes, match.Unread);
    }

    private static KnownStructure Known(Position position, IReadOnlyCollection<Opening> openings) => new(
        position.Id, position.Structure, (position.HasOwnEntry || position.IsOrphan || position.OpenedBy is not null) && !IsCover(position, openings), position.HasOwnEntry);

    // Shares that the desk bought are free for the call that it sells against them: kept apart they would leave it naked.
    private static bool IsCover(Position position, IReadOnlyCollection<Opening> openings) => position is { IsOrphan: false, Legs: [{ Contract: null, IsLong: true } shares] }
        && openings.Any(opening => opening.Legs is [{ Quantity: < 0 } sold]
            && OccSymbol.TryParse(sold.Symbol, out var call, out _) && call.Right == OptionRight.Call && call.Underlying == StockSymbol.OptionRoot(shares.Symbol));

    private static void AddChange(List<PositionChange> changes, Position known, KeptStructure kept, Func<Structure, Management> external)
    {
        // Watched by the owner's wish stays watched; only "can it be managed at all" follows the account.
        var policy = ManagementPolicy.Of(kept.Structure, external);
        var managed = policy == Management.NotManagedYet || known.Management == Management.NotManagedYet ? policy : known.Management;
        var updated = known with
        {
            Structure = kept.Structure,
            Management = managed,
            MissingReads = 0,
            MissingSince = null,
            IsPartMissing = false,
            UnevenSince = null,
            ShrunkSince = kept.Structure.Units < known.Quantity ? known.ShrunkSince : null,
        };
        if (updated.Structure != known.Structure || updated.Management != known.Management)
        {
            changes.Add(new PositionChange.Changed(updated, known, kept.Absorbed));
        }
        else if (updated != known)
        {
            changes.Add(new PositionChange.Counted(updated));
        }
    }

    private static void AddOrphan(
        List<PositionChange> changes, Position known, OrphanedStructure orphan, PositionBirths births, DateTimeOffset now)
    {
        var missing = Missed(known, now) with { IsPartMissing = true };
        if (!IsBelieved(missing, now))
        {
            changes.Add(new PositionChange.Counted(missing));
            return;
        }

        var remaining = orphan.Complete is { } complete
            ? known with { Structure = complete, MissingReads = 0, MissingSince = null, IsPartMissing = false, UnevenSince = null }
            : Regrouped(known, now);
        changes.Add(new PositionChange.Orphaned(
            remaining, known, [.. orphan.Rest.Select(rest => births.Orphan(rest, known))], orphan.Lost));
    }

    private static void AddMissing(List<PositionChange> changes, Position known, GoneStructure gone, DateTimeOffset now)
    {
        // What is held elsewhere needs no second read: the shares and contracts are there to be seen.
        if (gone.Absorbed >= known.Quantity)
        {
            changes.Add(new PositionChange.Regrouped(Regrouped(known, now)));
            return;
        }

        // A read that listed some of it says nothing of the rest.
        var missing = Missed(known.IsPartMissing ? known with { MissingReads = 0, MissingSince = null, IsPartMissing = false } : known, now);
        changes.Add(IsBelieved(missing, now) ? new PositionChange.Vanished(missing) : new PositionChange.Counted(missing));
    }

    private static Position Regrouped(Position known, DateTimeOffset now) =>
        known with { Status = PositionStatus.Regrouped, ApprovalToken = null, EndedAt = now };

    private static Position Missed(Position known, DateTimeOffset now) =>
        known with { MissingReads = known.MissingReads + 1, MissingSince = known.MissingSince ?? now };

    private static bool IsBelieved(Position missing, DateTimeOffset now) =>
        missing.MissingReads >= 2 && now - missing.MissingSince >= BetweenMissingReads;
}
