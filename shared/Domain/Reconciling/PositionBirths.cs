using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>Positions that the ledger did not have.</summary>
internal sealed class PositionBirths(
    PositionNaming naming, DateTimeOffset now, Func<Structure, Management> external, IReadOnlyCollection<Opening> openings)
{
    /// <summary>Something that the ledger did not hold: of the desk's own order, or of somebody else's.</summary>
    public Position Found(Structure structure) => Opening.Of(structure, openings) is { } opening
        ? new(naming.Next(structure), structure, now, PositionStatus.Open, ManagementPolicy.Of(structure, _ => Management.Managed))
        {
            OpenedBy = opening.Id,
            Strategy = opening.Strategy,
            OwnPlan = opening.Plan,
            EntryNotes = opening.Notes,
        }
        : new(naming.Next(structure), structure, now, PositionStatus.Open, ManagementPolicy.Of(structure, external));

    /// <summary>What a position became by a split or another adjustment, or what is left of it. It is guarded as it was.</summary>
    public Position Continued(Structure structure, Position origin) =>
        new(naming.Next(structure), structure, now, PositionStatus.Open, ManagementPolicy.Of(structure, _ => origin.Management))
        {
            OpenedAt = origin.OpenedAt,
            IsEntryDateRead = origin.IsEntryDateRead,
            Silences = origin.Silences,
            Strategy = origin.Strategy,
            OpenedBy = origin.OpenedBy,
            OwnPlan = origin.OwnPlan,
            EntryNotes = origin.EntryNotes,
        };

    /// <summary>What is left of a position that lost a leg. It is guarded as its origin was, with the rules of what it is now.</summary>
    public Position Orphan(Structure rest, Position origin) =>
        new(naming.Next(rest), rest, now, PositionStatus.Open, ManagementPolicy.Of(rest, _ => origin.Management))
        {
            IsOrphan = true,
            HasOwnEntry = origin.HasOwnEntry,
            OpenedAt = origin.OpenedAt,
            IsEntryDateRead = origin.IsEntryDateRead,
            Silences = origin.Silences,
            Strategy = origin.Strategy,
            OpenedBy = origin.OpenedBy,
            OwnPlan = origin.OwnPlan,
            EntryNotes = origin.EntryNotes,
            UnderlyingEntryPrice = origin.UnderlyingEntryPrice,
            IsUnderlyingEntryAtFirstSight = origin.IsUnderlyingEntryAtFirstSight,
        };
}
