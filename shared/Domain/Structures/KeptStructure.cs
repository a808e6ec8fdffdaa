namespace ExitDesk.Domain.Structures;

/// <summary>A known structure that is still held under its id.</summary>
/// <param name="Known">As it was.</param>
/// <param name="Structure">As it is now: same legs, the broker's units, entry prices by the rule of the known.</param>
/// <param name="Absorbed">Units that did not leave the account: they are part of another structure now. 0 or more.</param>
public sealed record KeptStructure(KnownStructure Known, Structure Structure, decimal Absorbed);
