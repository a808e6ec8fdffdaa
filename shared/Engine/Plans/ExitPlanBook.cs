using System.Collections.Concurrent;
using ExitDesk.Domain.Account;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Engine.Plans;

/// <summary>Which plan guards which position. One for the process; its documents change while it runs.</summary>
/// <remarks>A plan is merged when a position is first asked for, and kept until the documents or the position's legs change.</remarks>
public sealed class ExitPlanBook
{
    private volatile Pages _pages;

    /// <param name="documents">The deployed file, then the owner's changes.</param>
    public ExitPlanBook(params IReadOnlyList<PlanDocument> documents) => _pages = new Pages(documents);

    /// <summary>A book of the built-in plans.</summary>
    public static ExitPlanBook Default => new();

    /// <summary>What is laid over the built-in plans, the last on top.</summary>
    public IReadOnlyList<PlanDocument> Documents => _pages.Documents;

    /// <summary>The expiry ladder.</summary>
    public ExpirySettings Expiry => _pages.Expiry;

    /// <summary>The account's rules.</summary>
    public AccountPlan Account => _pages.Account;

    /// <summary>What becomes of positions that the desk did not open.</summary>
    public ManagementRules Management => _pages.Management;

    /// <summary>Takes other documents from now on.</summary>
    public void Use(params IReadOnlyList<PlanDocument> documents) => _pages = new Pages(documents);

    /// <summary>The plan of a position. Stock has all rules off: a plan under its symbol is that of its options.</summary>
    public ExitPlan PlanFor(Position position) => MergedFor(position).Plan;

    /// <summary>The plan of a position, and where each value came from.</summary>
    public MergedPlan MergedFor(Position position)
    {
        var pages = _pages;
        if (pages.Merged.TryGetValue(position.Id, out var kept) && kept.Own == position.OwnPlan && PlanSubjects.Matches(kept.Subject, position))
        {
            return kept.Plan;
        }

        var subject = PlanSubjects.Of(position);
        var merged = PlanMerge.Merge(subject, Layers(position, pages.Documents));
        pages.Merged[position.Id] = (subject, position.OwnPlan, merged);
        return merged;
    }

    // What the owner changes with a command beats what the position was opened with; both beat the deployed file.
    private static IReadOnlyList<PlanDocument> Layers(Position position, IReadOnlyList<PlanDocument> documents) =>
        position.OwnPlan is { } json && OwnPlan.Read(position.Id, json) is { } own ? [.. documents.Take(1), own, .. documents.Skip(1)] : documents;

    private sealed class Pages(IReadOnlyList<PlanDocument> documents)
    {
        public IReadOnlyList<PlanDocument> Documents => documents;

        public ConcurrentDictionary<string, (PlanSubject Subject, string? Own, MergedPlan Plan)> Merged { get; } = new(StringComparer.Ordinal);

        // Rungs that are out of order once both documents are laid together: the deployed ladder is whole by itself.
        public ExpirySettings Expiry { get; } = PlanDocument.ExpiryOf(documents) is var ladder && ExpirySettingsCheck.Problems(ladder).Count == 0
            ? ladder
            : PlanDocument.ExpiryOf(documents.Take(1));

        public AccountPlan Account { get; } = PlanDocument.AccountOf(documents);

        public ManagementRules Management { get; } = PlanDocument.ManagementOf(documents);
    }
}
