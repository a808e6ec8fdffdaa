using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Plans.Presets;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Plans;

/// <summary>Lays a position's sections over its built-in plan, the nearer over the wider, the later document over the earlier.</summary>
public static class PlanMerge
{
    /// <summary>Merges. Total: a section that contradicts what stands below it is left out as a whole, and named; that of the last
    /// document first, so that the owner's change never takes the deployed section with it.</summary>
    /// <param name="subject">The position.</param>
    /// <param name="documents">The deployed file, then the owner's changes.</param>
    public static MergedPlan Merge(PlanSubject subject, IReadOnlyList<PlanDocument> documents)
    {
        var plan = ExitPlanDefaults.For(subject.Kind, subject.IsCredit);
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        var refused = new List<(PlanPlace, PlanContradiction)>();
        if (subject.Kind is StructureKind.Stock or StructureKind.Custom)
        {
            return new MergedPlan(plan, sources, refused);
        }

        foreach (var place in subject.Places())
        {
            for (var count = documents.Count; count > 0; count--)
            {
                var values = ValuesAt(place, subject, documents, count);
                var next = values.Aggregate(plan, static (merged, value) => ExitPlanFields.ByPath[value.Path].Write(merged, value.Value));
                if (values.Count > 0 && PlanContradictions.Of(next, subject.IsCredit) is { Count: > 0 } contradictions)
                {
                    refused.AddRange(contradictions.Select(contradiction => (place, contradiction)));
                    continue;
                }

                plan = next;
                values.ForEach(value => sources[value.Path] = value.Source);
                break;
            }
        }

        return new MergedPlan(plan, sources, refused);
    }

    private static List<(string Path, object? Value, string Source)> ValuesAt(PlanPlace place, PlanSubject subject, IReadOnlyList<PlanDocument> documents, int count)
    {
        var values = new List<(string, object?, string)>();
        var sections = documents.Take(count)
            .Select(document => (document.Name, Section: document.Sections.GetValueOrDefault(place)))
            .Where(static found => found.Section is not null)
            .ToList();
        if (sections.LastOrDefault(static found => found.Section!.Preset is not null) is { Section.Preset: { } name, Name: { } document }
            && ExitPresets.Find(name) is { } preset)
        {
            values.AddRange(preset.ValuesFor(subject.Kind).Select(value => (value.Key, value.Value, $"preset {name} ({Where(place, document)})")));
        }

        values.AddRange(sections.SelectMany(found => found.Section!.Values.Select(value => (value.Key, value.Value, Where(place, found.Name)))));
        values.RemoveAll(value => IsForDebitsOnly(value.Item1, value.Item2, subject, place));
        return values;
    }

    private static string Where(PlanPlace place, string document) => $"{place}, {document}";

    // A wide section may hold a target of 1 or more for the debit structures it speaks of; credits keep what stands below.
    private static bool IsForDebitsOnly(string path, object? value, PlanSubject subject, PlanPlace place) =>
        path == ExitPlanFields.Target && value is >= 1m && subject.IsCredit
        && !(place.Scope == PlanScope.Structure && PlanSubject.IsAlwaysCredit(subject.Kind)) && place.Scope != PlanScope.Position;
}
