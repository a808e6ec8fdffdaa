using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Structures;

/// <summary>Broker holdings as structures, beside what the ledger knew. Each known structure is in exactly one of the lists.</summary>
/// <param name="Kept">Known and held, by id.</param>
/// <param name="New">Held and not known; the caller gives them ids. Ordered by underlying, kind, legs.</param>
/// <param name="Orphaned">Known, and broken, by id.</param>
/// <param name="Gone">Known, and no longer held as that, by id.</param>
/// <param name="Unread">Options whose multiplier is not known: in no structure until their contract is read.</param>
public sealed record MatchResult(
    IReadOnlyList<KeptStructure> Kept,
    IReadOnlyList<Structure> New,
    IReadOnlyList<OrphanedStructure> Orphaned,
    IReadOnlyList<GoneStructure> Gone,
    IReadOnlyList<BrokerPosition> Unread)
{
    /// <summary>All that is held, as structures.</summary>
    public IEnumerable<Structure> Held =>
        Kept.Select(kept => kept.Structure)
            .Concat(New)
            .Concat(Orphaned.SelectMany(orphan => orphan.Complete is { } whole ? orphan.Rest.Append(whole) : orphan.Rest));
}
