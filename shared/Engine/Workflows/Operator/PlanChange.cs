namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>A change of the plan that the owner asks for.</summary>
/// <param name="What">In words, with the value before and after, as far as it is known.</param>
/// <param name="Json">The owner's changes as they become; null if there is nothing to change.</param>
/// <param name="Refusal">Why it cannot be; null if it can.</param>
public sealed record PlanChange(string What, string? Json, string? Refusal)
{
    /// <summary>True if it takes the latest version back instead of adding one.</summary>
    public bool IsUndo { get; init; }

    public static PlanChange Refused(string why) => new("", null, why);
}
