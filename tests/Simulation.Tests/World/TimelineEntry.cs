namespace ExitDesk.Simulation.Tests.World;

/// <summary>One line of a day's timeline.</summary>
/// <param name="At">Virtual time, UTC.</param>
/// <param name="Process">Which process; 0 for the world outside.</param>
/// <param name="What">What was done or happened.</param>
/// <param name="Result">What came of it; a record or text, told in full only when somebody reads it.</param>
internal readonly record struct TimelineEntry(DateTimeOffset At, int Process, string What, object? Result);
