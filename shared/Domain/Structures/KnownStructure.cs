namespace ExitDesk.Domain.Structures;

/// <summary>A live structure of the ledger, as the matcher is told of it.</summary>
/// <param name="PositionId">The ledger's id, unique among the known.</param>
/// <param name="Structure">Legs and units as last recorded.</param>
/// <param name="IsPinned">
/// True if even a single leg stays what it is: entries made here, what is being closed, what is left of a broken structure until
/// its owner decides. A single leg that is not pinned may become part of a new structure. Several legs always stay together.
/// </param>
/// <param name="HasOwnEntry">True if its entry prices are those of our fills, to be kept; else the broker's averages are taken.</param>
public sealed record KnownStructure(string PositionId, Structure Structure, bool IsPinned, bool HasOwnEntry);
