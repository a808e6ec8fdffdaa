namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>One thing that goes wrong in a day, as the seed planned it.</summary>
/// <param name="Fault">What.</param>
/// <param name="At">When, for what happens at a time; else from when on opportunities count.</param>
/// <param name="Skip">Opportunities that pass before it strikes.</param>
/// <param name="Times">Opportunities that it strikes, in a row.</param>
/// <param name="Choice">Drawn for its details: which position, how many, how long. 0 or more.</param>
internal sealed record PlannedFault(DayFault Fault, DateTimeOffset At, int Skip, int Times, int Choice);
