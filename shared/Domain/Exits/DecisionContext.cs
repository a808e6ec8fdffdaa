namespace ExitDesk.Domain.Exits;

/// <summary>What holds for a decision beside the position and its plan.</summary>
/// <param name="IsEmergency">The desk is in mode Emergency.</param>
/// <param name="Silenced">Rules that the owner silenced for now, or that gave up this session: they neither fire nor stay undecided.</param>
public readonly record struct DecisionContext(bool IsEmergency, RuleSet Silenced)
{
    /// <summary>Nothing silenced, no emergency.</summary>
    public static DecisionContext Plain => default;
}
