using System.Collections.Frozen;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Plans.Presets;

/// <summary>A named set of changes to the built-in plan, for one way of trading.</summary>
public sealed class ExitPreset(string name, string purpose, IReadOnlyList<PresetChange> changes)
{
    private readonly FrozenDictionary<StructureKind, FrozenDictionary<string, object?>> _values = PlanSubject.Guarded.ToFrozenDictionary(
        static kind => kind,
        kind => changes.Where(change => change.Kinds.Contains(kind)).ToFrozenDictionary(static change => change.Path, Read));

    public string Name => name;

    /// <summary>What it is for, in a sentence.</summary>
    public string Purpose => purpose;

    public IReadOnlyList<PresetChange> Changes => changes;

    /// <summary>What it changes for a kind of structure, by path.</summary>
    public IReadOnlyDictionary<string, object?> ValuesFor(StructureKind kind) =>
        _values.GetValueOrDefault(kind) ?? FrozenDictionary<string, object?>.Empty;

    private static object? Read(PresetChange change) =>
        ExitPlanFields.ByPath[change.Path].Shape.TryRead(change.Value, out var value)
            ? value
            : throw new InvalidOperationException($"{change.Path} cannot be {change.Value}");
}
