using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Expiry;

namespace ExitDesk.Domain.Plans;

/// <summary>Checks documents as a whole: whatever each section changes must hold together for every structure it speaks of.</summary>
public static class PlanCheck
{
    /// <summary>All contradictions at once, each at the value that causes it.</summary>
    /// <param name="documents">The deployed file, then the owner's changes.</param>
    public static IReadOnlyList<PlanProblem> Problems(IReadOnlyList<PlanDocument> documents) =>
    [
        .. documents.SelectMany(static document => document.Sections.Keys).Distinct().SelectMany(place => At(place, documents)),
        .. ExpirySettingsCheck.Problems(PlanDocument.ExpiryOf(documents)).Select(InExpiry),
    ];

    private static IEnumerable<PlanProblem> At(PlanPlace place, IReadOnlyList<PlanDocument> documents)
    {
        var subjects = Subjects(place).ToList();
        return subjects
            .SelectMany(subject => PlanMerge.Merge(subject, documents).Refused
                .Where(refused => refused.Place == place)
                .Select(refused => (Path: PathOf(place, refused.Contradiction, documents), refused.Contradiction.Why, subject.Kind)))
            .GroupBy(static found => (found.Path, found.Why), static found => found.Kind)
            .Select(found => new PlanProblem(
                found.Key.Path,
                found.Count() == subjects.Count
                    ? found.Key.Why
                    : $"{found.Key.Why} (so for {string.Join(", ", found)}; what is meant for other structures alone stands under $.structures)"));
    }

    // The section may contradict by another value than the one the reason names first.
    private static string PathOf(PlanPlace place, PlanContradiction contradiction, IReadOnlyList<PlanDocument> documents)
    {
        var path = contradiction.Others.Prepend(contradiction.Path).FirstOrDefault(
            path => documents.Any(document => document.Sections.TryGetValue(place, out var section) && section.Values.ContainsKey(path)));
        return path is null ? $"{place.JsonPath}.preset" : $"{place.JsonPath}.{path}";
    }

    private static PlanProblem InExpiry(string problem)
    {
        var colon = problem.IndexOf(':', StringComparison.Ordinal);
        return new PlanProblem($"$.expiry.{problem[..colon]}", problem[(colon + 1)..].Trim());
    }

    // Of a position's structure nothing is known here: what no debit structure could hold is wrong for sure.
    private static IEnumerable<PlanSubject> Subjects(PlanPlace place) => PlanSubject.Guarded
        .Where(kind => place.Scope switch
        {
            PlanScope.Structure => kind.ToString() == place.Key,
            PlanScope.Position => !PlanSubject.IsAlwaysCredit(kind),
            PlanScope.Defaults or PlanScope.Strategy or PlanScope.Underlying or PlanScope.Contract => true,
        })
        .Select(PlanSubject.Any)
        .Select(subject => place.Scope switch
        {
            PlanScope.Defaults or PlanScope.Structure => subject,
            PlanScope.Strategy => subject with { Strategy = place.Key },
            PlanScope.Underlying => subject with { Underlying = place.Key },
            PlanScope.Contract => subject with { Underlying = StockSymbol.UnderlyingOf(place.Key), Symbols = [place.Key] },
            PlanScope.Position => subject with { PositionId = place.Key },
        });
}
