namespace ExitDesk.Domain.Structures;

/// <summary>A known structure of which nothing is held under its id any more.</summary>
/// <param name="Known">As it was.</param>
/// <param name="Absorbed">Contracts or shares that did not leave the account: they are part of another structure now. 0 or more,
/// above 0 only for a single leg; equal to the known units if it was absorbed whole.</param>
public sealed record GoneStructure(KnownStructure Known, decimal Absorbed);
