namespace ExitDesk.Engine.Plans;

/// <summary>The owner's changes of the plan, as the ledger keeps them.</summary>
/// <param name="Number">Counts up with each change, undoing included.</param>
/// <param name="Current">In force.</param>
public sealed record PlanOverrides(int Number, PlanVersion Current)
{
    /// <summary>Versions that can be returned to.</summary>
    public const int Kept = 20;

    /// <summary>Characters of the longest plan of changes: all that is kept must fit into one row.</summary>
    public const int Longest = 20_000;

    /// <summary>Where they come from, for the owner.</summary>
    public const string Name = "/plan";

    /// <summary>What was in force before, oldest first.</summary>
    public IReadOnlyList<PlanVersion> Earlier { get; init; } = [];
}
