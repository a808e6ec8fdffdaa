using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Plans.Presets;

/// <summary>One value that a preset changes.</summary>
/// <param name="Kinds">For which structures.</param>
/// <param name="Path">Which value, for instance <c>stopLoss.debitLoss</c>.</param>
/// <param name="Value">As it is written in a plan.</param>
/// <param name="Why">The reason, for the owner.</param>
public sealed record PresetChange(IReadOnlyList<StructureKind> Kinds, string Path, string Value, string Why);
