using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Plans.Presets;

/// <summary>The presets that a plan may name.</summary>
public static class ExitPresets
{
    /// <summary>The name that takes away a preset.</summary>
    public const string None = "none";

    public static IReadOnlyList<ExitPreset> All { get; } =
        [LongOptions.Preset, CreditSpreads.Preset, Wheel.Preset, DayTrade.Preset, ZeroDte.Preset];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static preset => preset.Name), None];

    public static ExitPreset? Find(string name) => All.FirstOrDefault(preset => preset.Name == name);

    internal static IReadOnlyList<StructureKind> Everything => PlanSubject.Guarded;

    internal static IReadOnlyList<StructureKind> Credits { get; } = [.. PlanSubject.Guarded.Where(PlanSubject.IsAlwaysCredit)];
}
