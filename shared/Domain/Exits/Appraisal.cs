namespace ExitDesk.Domain.Exits;

/// <summary>The result of evaluating one position.</summary>
/// <param name="Snapshot">What the rules saw.</param>
/// <param name="Decision">What follows, after confirmation: a stop that is not confirmed yet holds.</param>
/// <param name="Mark">The mark as it becomes.</param>
/// <param name="Unconfirmed">True if a stop fired but too few readings agree so far.</param>
public readonly record struct Appraisal(PositionSnapshot Snapshot, ExitDecision Decision, PositionMark Mark, bool Unconfirmed)
{
    /// <summary>Rules that had no say in the decision: silenced, given up, or not confirmed yet.</summary>
    public RuleSet Unheard { get; init; }
}
