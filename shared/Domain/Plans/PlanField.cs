namespace ExitDesk.Domain.Plans;

/// <summary>One value that a plan may change: where it stands, what it may be, and the property behind it.</summary>
/// <typeparam name="TPlan">The record that holds it.</typeparam>
/// <param name="Path">Group and name in JSON, for instance <c>stopLoss.debitLoss</c>; the name alone outside of groups.</param>
/// <param name="Shape">What it may be.</param>
/// <param name="Description">Unit, sign and meaning, for the schema and for the owner.</param>
/// <param name="Read">Its value in a plan.</param>
/// <param name="Write">A plan with another value, one that the shape has read.</param>
public sealed record PlanField<TPlan>(
    string Path, PlanShape Shape, string Description, Func<TPlan, object?> Read, Func<TPlan, object?, TPlan> Write)
{
    /// <summary>The group, for instance <c>stopLoss</c>; empty outside of groups.</summary>
    public string Group { get; } = Path.Contains('.', StringComparison.Ordinal) ? Path[..Path.IndexOf('.', StringComparison.Ordinal)] : "";

    /// <summary>The name within its group.</summary>
    public string Name { get; } = Path[(Path.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
