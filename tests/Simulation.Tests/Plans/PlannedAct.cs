namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>One thing that the owner does in a day.</summary>
/// <param name="Act">What.</param>
/// <param name="At">When.</param>
/// <param name="Choice">Drawn for its details: which position, which button. 0 or more.</param>
internal sealed record PlannedAct(OwnerAct Act, DateTimeOffset At, int Choice);
