using ExitDesk.Domain.Plans;

namespace ExitDesk.Domain.Tests.Plans;

internal static class SamplePlans
{
    /// <summary>A document of one section.</summary>
    public static PlanDocument Document(PlanPlace place, params (string Path, string Text)[] values) => Document("file", place, null, values);

    public static PlanDocument Document(string name, PlanPlace place, string? preset, params (string Path, string Text)[] values) =>
        new(name, new Dictionary<PlanPlace, PlanSection> { [place] = Section(preset, values) });

    /// <summary>A document of several sections.</summary>
    public static PlanDocument Document(params (PlanPlace Place, string Path, string Text)[] values) => new(
        "file", values.GroupBy(value => value.Place).ToDictionary(group => group.Key, group => Section(null, [.. group.Select(value => (value.Path, value.Text))])));

    private static PlanSection Section(string? preset, IReadOnlyList<(string Path, string Text)> values) => new(
        preset,
        values.ToDictionary(value => value.Path, value => ExitPlanFields.ByPath[value.Path].Shape.TryRead(value.Text, out var read)
            ? read
            : throw new ArgumentException(value.Path, nameof(values))));
}
