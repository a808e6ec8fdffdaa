namespace ExitDesk.Domain.Exits;

/// <summary>The expiry ladder, for one position: its rungs and thresholds are settings of the guardian.</summary>
/// <remarks>Urgency is given by the rung; the one here is not used.</remarks>
public sealed record ExerciseRiskPlan : RulePlan;
