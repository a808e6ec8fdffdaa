namespace ExitDesk.Domain.Plans;

/// <summary>Values of a plan that cannot hold together.</summary>
/// <param name="Path">The value that is named, for instance <c>trailingStop.giveBack</c>.</param>
/// <param name="Why">The reason, with the values.</param>
/// <param name="Others">Paths of the other values in it.</param>
public sealed record PlanContradiction(string Path, string Why, params IReadOnlyList<string> Others);
