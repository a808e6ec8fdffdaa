namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>A leg that is held as the day begins.</summary>
/// <param name="Symbol">OCC or stock symbol.</param>
/// <param name="Quantity">Signed.</param>
/// <param name="Price">Paid or received, USD per share.</param>
internal sealed record Holding(string Symbol, int Quantity, decimal Price);
