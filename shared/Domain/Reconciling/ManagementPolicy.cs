using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>What the desk may do with something it did not open.</summary>
public static class ManagementPolicy
{
    /// <summary>Decides for one structure.</summary>
    /// <param name="structure">As it is held.</param>
    /// <param name="external">What the owner wants for structures that can be managed.</param>
    /// <returns><see cref="Management.NotManagedYet"/> for what cannot be: index options, crypto, fractions, legs that fit no kind.</returns>
    public static Management Of(Structure structure, Func<Structure, Management> external) =>
        structure.Kind == StructureKind.Custom
        || structure.Units != decimal.Truncate(structure.Units)
        || structure.Legs.Any(leg => leg.Contract is { } contract && IndexOptions.IsRoot(contract.Root))
            ? Management.NotManagedYet
            : external(structure);
}
