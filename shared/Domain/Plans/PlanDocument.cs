using System.Collections.Frozen;
using ExitDesk.Domain.Account;
using ExitDesk.Domain.Expiry;

namespace ExitDesk.Domain.Plans;

/// <summary>One plan as written: the deployed file, or the owner's changes. It holds only what it changes.</summary>
/// <param name="Name">Where it was written, for the owner.</param>
/// <param name="Sections">Rules of positions, by place.</param>
public sealed record PlanDocument(string Name, IReadOnlyDictionary<PlanPlace, PlanSection> Sections)
{
    public ManagementRules Management { get; init; } = ManagementRules.None;

    /// <summary>Settings of the expiry ladder, by name.</summary>
    public IReadOnlyDictionary<string, object?> Expiry { get; init; } = FrozenDictionary<string, object?>.Empty;

    /// <summary>Rules of the account, by path.</summary>
    public IReadOnlyDictionary<string, object?> Account { get; init; } = FrozenDictionary<string, object?>.Empty;

    /// <summary>A plan that changes nothing.</summary>
    public static PlanDocument Empty(string name) => new(name, FrozenDictionary<PlanPlace, PlanSection>.Empty);

    /// <summary>The expiry settings of several documents, the last one on top.</summary>
    public static ExpirySettings ExpiryOf(IEnumerable<PlanDocument> documents) =>
        Laid(ExpiryFields.All, ExpirySettings.Default, documents.Select(static document => document.Expiry));

    /// <summary>The account's rules of several documents, the last one on top.</summary>
    public static AccountPlan AccountOf(IEnumerable<PlanDocument> documents) =>
        Laid(AccountFields.All, AccountPlan.Off, documents.Select(static document => document.Account));

    /// <summary>What becomes of external positions by several documents, the last one on top.</summary>
    public static ManagementRules ManagementOf(IEnumerable<PlanDocument> documents) =>
        documents.Aggregate(ManagementRules.None, static (below, document) => document.Management.Over(below));

    private static T Laid<T>(IReadOnlyList<PlanField<T>> fields, T plan, IEnumerable<IReadOnlyDictionary<string, object?>> layers)
    {
        foreach (var values in layers)
        {
            foreach (var field in fields)
            {
                plan = values.TryGetValue(field.Path, out var value) ? field.Write(plan, value) : plan;
            }
        }

        return plan;
    }
}
