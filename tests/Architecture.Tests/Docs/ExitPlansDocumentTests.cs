using ExitDesk.Architecture.Tests.Repository;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Plans.Presets;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Plans;
using Xunit;

namespace ExitDesk.Architecture.Tests.Docs;

/// <summary>docs/exit-plans.md tells each preset and each section as the code has it.</summary>
public sealed class ExitPlansDocumentTests
{
    private const string Path = "docs/exit-plans.md";

    private static string Text => RepositoryFolder.Read(Path);

    [Fact]
    public void WhenAPresetIsWritten_TheDocumentTellsItWordForWord() => Violations.None(
        ExitPresets.All.Where(preset => !Text.Contains(Section(preset), StringComparison.Ordinal)).Select(preset => $"{preset.Name} is told as\n{Section(preset)}"),
        "Correct docs/exit-plans.md.");

    [Fact]
    public void WhenTheDocumentNamesAPreset_ThereIsOne() => Assert.Equal(
        ExitPresets.All.Select(preset => preset.Name),
        Text.Split('\n').Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..].Trim()));

    [Fact]
    public void WhenExamplesAreRead_TheyHold() => Assert.All(Prose.Blocks(Text, "json"), json =>
    {
        ExitPlanFile.ReadDocument("example", json, [], out var problems);
        Assert.Empty(problems);
    });

    [Fact]
    public void WhenStructuresAreListed_TheyAreTheGuardedOnes() => Assert.All(
        PlanSubject.Guarded, kind => Assert.Contains($"`{kind}`", Text, StringComparison.Ordinal));

    private static string Section(ExitPreset preset)
    {
        var rows = preset.Changes.Select(change => $"| `{change.Path}` | {change.Value} | {Kinds(change.Kinds)} | {change.Why} |");
        return $"### {preset.Name}\n\n{preset.Purpose}\n\n| value | is | for | why |\n|---|---|---|---|\n{string.Join('\n', rows)}\n";
    }

    private static string Kinds(IReadOnlyList<StructureKind> kinds) =>
        kinds.Count == PlanSubject.Guarded.Count ? "all" : string.Join(", ", kinds.Select(kind => $"`{kind}`"));
}
