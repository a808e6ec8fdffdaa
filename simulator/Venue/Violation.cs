namespace ExitDesk.Simulator.Venue;

/// <summary>A breach of the closing protocol's invariants, seen from the broker's side.</summary>
/// <param name="At">Market time.</param>
/// <param name="Words">What happened, with symbol, quantities and order ids.</param>
public sealed record Violation(DateTimeOffset At, string Symbol, string Words);
