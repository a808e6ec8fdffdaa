namespace ExitDesk.Domain.Structures;

/// <summary>A known structure that is still held under its id.</summary>
/// <param name="Known">As it was.</param>
/// <param name="Structure">As it is now: same legs, the broker's units, entry prices by the rule of the known.</param>
/// <param name="Absorbed">Contracts or shares that did not leave the account: they are part of another structure now. 0 or more;
/// above 0 only for a single leg.</param>
public sealed record KeptStructure(KnownStructure Known, Structure Structure, decimal Absorbed);
