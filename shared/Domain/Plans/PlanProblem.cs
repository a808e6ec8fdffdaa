namespace ExitDesk.Domain.Plans;

/// <summary>One thing that is wrong with a plan.</summary>
/// <param name="Path">Where it stands in JSON, from <c>$</c>.</param>
/// <param name="Text">What is wrong, and what would be right.</param>
public sealed record PlanProblem(string Path, string Text);
