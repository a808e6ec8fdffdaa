namespace ExitDesk.Simulation.Tests.Market;

/// <summary>A price at an instant, USD per share.</summary>
internal readonly record struct Knot(DateTimeOffset At, double Price);
