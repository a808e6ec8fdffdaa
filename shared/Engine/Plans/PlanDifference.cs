using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Engine.Plans;

/// <summary>What a change of the plan changes, in words: the values in force before and after.</summary>
internal static class PlanDifference
{
    private const int Shown = 12;

    public static string Of(
        PlanTarget target, string? path, IReadOnlyList<PlanDocument> before, IReadOnlyList<PlanDocument> after, IReadOnlyList<Position> open)
    {
        var lines = target.Place is { } place
            ? Rules(place, before, after, open)
            : target.JsonPath[0] switch
            {
                "account" => Differences(AccountFields.All, PlanDocument.AccountOf(before), PlanDocument.AccountOf(after)),
                "expiry" => Differences(ExpiryFields.All, PlanDocument.ExpiryOf(before), PlanDocument.ExpiryOf(after)),
                _ => [],
            };
        var title = path is null ? target.Title : $"{target.Title} {path}";
        return lines.Count == 0
            ? target.Place is null ? title : $"{title}: no value in force changes"
            : $"{target.Title}: {string.Join(", ", lines.Take(Shown))}{(lines.Count > Shown ? $" and {lines.Count - Shown} more" : "")}";
    }

    // An open position shows what really changes; without one, any structure that the section speaks of.
    private static List<string> Rules(PlanPlace place, IReadOnlyList<PlanDocument> before, IReadOnlyList<PlanDocument> after, IReadOnlyList<Position> open)
    {
        var kinds = place.Scope == PlanScope.Structure ? [Enum.Parse<StructureKind>(place.Key)] : PlanSubject.Guarded;
        var subjects = open.Select(PlanSubjects.Of).Where(subject => subject.Places().Contains(place) && PlanSubject.Guarded.Contains(subject.Kind))
            .Concat(kinds.Select(kind => Any(kind, place)));
        return subjects.Select(subject => Differences(ExitPlanFields.All, PlanOf(subject, before), PlanOf(subject, after)))
            .FirstOrDefault(static found => found.Count > 0) ?? [];
    }

    private static PlanSubject Any(StructureKind kind, PlanPlace place) => PlanSubject.Any(kind) with
    {
        Strategy = place.Scope == PlanScope.Strategy ? place.Key : null,
        Underlying = place.Scope == PlanScope.Underlying ? place.Key : "",
        Symbols = place.Scope == PlanScope.Contract ? [place.Key] : [],
        PositionId = place.Scope == PlanScope.Position ? place.Key : "",
    };

    private static ExitPlan PlanOf(PlanSubject subject, IReadOnlyList<PlanDocument> documents) => PlanMerge.Merge(subject, documents).Plan;

    private static List<string> Differences<T>(IReadOnlyList<PlanField<T>> fields, T before, T after) =>
        [.. fields.Select(field => (field.Path, Before: field.Shape.Write(field.Read(before)), After: field.Shape.Write(field.Read(after))))
            .Where(static found => found.Before != found.After)
            .Select(static found => $"{found.Path} {found.Before} → {found.After}")];
}
