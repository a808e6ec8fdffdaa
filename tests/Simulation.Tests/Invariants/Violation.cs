namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>An invariant that a day broke.</summary>
/// <param name="Invariant">Its name: a number of the design's list, or a rule's word.</param>
/// <param name="At">When, virtual time, UTC.</param>
/// <param name="What">What was seen.</param>
internal sealed record Violation(string Invariant, DateTimeOffset At, string What);
