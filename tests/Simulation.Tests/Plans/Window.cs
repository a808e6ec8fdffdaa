namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>A part of the day in which the desk's timers run. Between windows time jumps; messages still arrive.</summary>
internal sealed record Window(DateTimeOffset From, DateTimeOffset To);
