namespace ExitDesk.Simulator.Run;

/// <summary>When a sweep began, on both clocks.</summary>
/// <param name="Market">Market time.</param>
/// <param name="Wall">Wall time.</param>
public sealed record SweepStart(DateTimeOffset Market, DateTimeOffset Wall);
