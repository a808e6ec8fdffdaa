using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>One difference between ledger and broker, with the position as it becomes.</summary>
public abstract record PositionChange(Position Position)
{
    /// <summary>The broker holds something that the ledger did not know.</summary>
    public sealed record Found(Position Position) : PositionChange(Position);

    /// <summary>Quantity, entry or management changed.</summary>
    /// <param name="Position">As it becomes.</param>
    /// <param name="Before">As it was.</param>
    /// <param name="Moved">Units that did not leave the account but became part of other positions; 0 or more.</param>
    public sealed record Changed(Position Position, Position Before, decimal Moved = 0) : PositionChange(Position);

    /// <summary>Not listed in this read, or listed again after it was not. Nothing else follows yet.</summary>
    public sealed record Counted(Position Position) : PositionChange(Position);

    /// <summary>Not listed in two reads or more: to be explained, and then ended.</summary>
    public sealed record Vanished(Position Position) : PositionChange(Position);

    /// <summary>Its legs are still held, all in other positions or under other symbols. It ends without a result.</summary>
    public sealed record Regrouped(Position Position) : PositionChange(Position);

    /// <summary>Two reads or more show that legs are missing while others are held.</summary>
    /// <param name="Position">As it becomes: the units that are still complete, or ended as regrouped if there is none.</param>
    /// <param name="Before">As it was.</param>
    /// <param name="Rest">New positions of the legs that are left, marked as orphans; not empty.</param>
    /// <param name="Lost">What is missing, by leg; not empty.</param>
    public sealed record Orphaned(
        Position Position, Position Before, IReadOnlyList<Position> Rest, IReadOnlyList<LegQuantity> Lost) : PositionChange(Position);
}
