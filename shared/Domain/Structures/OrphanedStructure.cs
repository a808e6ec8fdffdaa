namespace ExitDesk.Domain.Structures;

/// <summary>A known structure that lost a leg, wholly or in part, and still holds others.</summary>
/// <param name="Known">As it was.</param>
/// <param name="Complete">The units that are still complete; null if there is none.</param>
/// <param name="Rest">
/// What is left of the broken units, matched among itself and with nothing else; not empty. To stay so, the caller pins it; to be
/// paired again with what else is held, the caller leaves it out of the known.
/// </param>
/// <param name="Lost">What is missing, by leg; not empty.</param>
public sealed record OrphanedStructure(
    KnownStructure Known, Structure? Complete, IReadOnlyList<Structure> Rest, IReadOnlyList<LegQuantity> Lost);
