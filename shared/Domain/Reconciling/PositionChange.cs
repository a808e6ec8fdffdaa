using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Reconciling;

/// <summary>One difference between ledger and broker, with the position as it becomes.</summary>
public abstract record PositionChange(Position Position)
{
    /// <summary>The broker holds something that the ledger did not know.</summary>
    public sealed record Found(Position Position) : PositionChange(Position);

    /// <summary>Quantity, entry or management changed.</summary>
    /// <param name="Position">As it becomes.</param>
    /// <param name="Before">As it was.</param>
    public sealed record Changed(Position Position, Position Before) : PositionChange(Position);

    /// <summary>Not listed in this read, or listed again after it was not. Nothing else follows yet.</summary>
    public sealed record Counted(Position Position) : PositionChange(Position);

    /// <summary>Not listed in two reads or more: to be explained, and then ended.</summary>
    public sealed record Vanished(Position Position) : PositionChange(Position);
}
