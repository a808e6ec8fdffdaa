using ExitDesk.Domain.Plans;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>What came of reading a recommendation.</summary>
/// <param name="Recommendation">Null if there is any problem: it is taken whole or not at all.</param>
/// <param name="Problems">Everything that is wrong, each with its path; empty if nothing is.</param>
public sealed record RecommendationReading(Recommendation? Recommendation, IReadOnlyList<PlanProblem> Problems)
{
    /// <summary>Its id, where that much could be read; null if not.</summary>
    public string? Id { get; init; }
}
