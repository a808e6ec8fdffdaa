namespace ExitDesk.Domain.Plans;

/// <summary>What one section of a plan changes.</summary>
/// <param name="Preset">A preset that is laid below its values; "none" takes away one named below; null names none.</param>
/// <param name="Values">By path; each as its field's shape has read it.</param>
public sealed record PlanSection(string? Preset, IReadOnlyDictionary<string, object?> Values);
