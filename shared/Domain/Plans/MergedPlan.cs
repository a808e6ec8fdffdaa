using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Plans;

/// <summary>The plan of one position, and where each value came from.</summary>
/// <param name="Plan">With every value filled in.</param>
/// <param name="Sources">By path, in words; a path that is missing is built in.</param>
/// <param name="Refused">Sections that were not applied because they contradict what stands below them, with the reason.</param>
public sealed record MergedPlan(ExitPlan Plan, IReadOnlyDictionary<string, string> Sources, IReadOnlyList<(PlanPlace Place, PlanContradiction Contradiction)> Refused)
{
    public const string BuiltIn = "built in";

    public string SourceOf(string path) => Sources.GetValueOrDefault(path, BuiltIn);
}
