using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Expiry;

namespace ExitDesk.Domain.Plans;

/// <summary>Checks documents as a whole: whatever each section changes must hold together for every structure it speaks of.</summary>
public static class PlanCheck
{
    private const string ExpiryPath = "$.expiry.";

    /// <summary>All contradictions at once, each at the value that causes it.</summary>
    /// <param name="documents">The deployed file, then the owner's changes.</param>
    public static IReadOnlyList<PlanProblem> Problems(IReadOnlyList<PlanDocument> documents) => Problems(documents, []);

    /// <summary>The contradictions of what could be read, but for those that what could not be read may be the cause of.</summary>
    /// <param name="documents">The deployed file, then the owner's changes.</param>
    /// <param name="unread">Paths in JSON that cannot be read; empty if all can.</param>
    public static IReadOnlyList<PlanProblem> Problems(IReadOnlyList<PlanDocument> documents, IReadOnlyCollection<string> unread) =>
    [
        .. documents.SelectMany(static document => document.Sections.Keys).Distinct().SelectMany(place => At(place, documents, unread)),
        .. ExpirySettingsCheck.Problems(PlanDocument.ExpiryOf(documents)).Select(InExpiry).Where(problem => !IsExpiryUnread(problem, unread)),
    ];

    private static IEnumerable<PlanProblem> At(PlanPlace place, IReadOnlyList<PlanDocument> documents, IReadOnlyCollection<string> unread)
    {
        var subjects = Subjects(place).ToList();
        return subjects
            .SelectMany(subject => PlanMerge.Merge(subject, documents).Refused
                .Where(refused => refused.Place == place && !IsUnread(refused.Place, refused.Contradiction, documents, unread))
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

    // What is missing, a value or a whole rule, may be what would make it right; so may a preset, but not where all is written out.
    private static bool IsUnread(PlanPlace place, PlanContradiction contradiction, IReadOnlyList<PlanDocument> documents, IReadOnlyCollection<string> unread)
    {
        var paths = contradiction.Others.Prepend(contradiction.Path).ToList();
        var near = unread.Where(found => !IsOfAnother(place, found)).ToList();
        return near.Exists(found => paths.Exists(path => IsNamed(found, path) || IsNamed(found, ExitPlanFields.ByPath[path].Group)))
            || (near.Exists(static found => IsNamed(found, "preset"))
                && !paths.TrueForAll(path => documents.Any(document => document.Sections.Values.Any(section => section.Values.ContainsKey(path)))));
    }

    private static bool IsNamed(string found, string path) => found.EndsWith($".{path}", StringComparison.Ordinal);

    // Two sections of one scope know nothing of each other.
    private static bool IsOfAnother(PlanPlace place, string found) => place.Key.Length > 0
        && found.StartsWith(place.JsonPath[..^place.Key.Length], StringComparison.Ordinal)
        && !found.StartsWith($"{place.JsonPath}.", StringComparison.Ordinal);

    // A setting of the ladder that cannot be read leaves open what is said of it, and of its neighbours beside it.
    private static bool IsExpiryUnread(PlanProblem problem, IReadOnlyCollection<string> unread) => unread.Any(
        found => found == problem.Path || (found.StartsWith(ExpiryPath, StringComparison.Ordinal) && problem.Text.EndsWith($" {found[ExpiryPath.Length..]}", StringComparison.Ordinal)));

    private static PlanProblem InExpiry(string problem)
    {
        var colon = problem.IndexOf(':', StringComparison.Ordinal);
        return new PlanProblem($"{ExpiryPath}{problem[..colon]}", problem[(colon + 1)..].Trim());
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
