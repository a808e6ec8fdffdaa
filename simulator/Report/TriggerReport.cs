namespace ExitDesk.Simulator.Report;

/// <summary>A rule that fired, or an owner's close.</summary>
/// <param name="Reason">The rule's name.</param>
/// <param name="At">Market time.</param>
/// <param name="ClosingSidePrice">USD per share; null if unknown.</param>
/// <param name="Threshold">What the rule's value was compared with, in its unit; null for the owner's close.</param>
/// <param name="Value">What the rule measured; null for the owner's close.</param>
/// <param name="Outcome">How it ended: closed, overtaken, withdrawn, lapsed, answered; null if it has not.</param>
public sealed record TriggerReport(
    string Reason, DateTimeOffset At, decimal? ClosingSidePrice, decimal? Threshold, decimal? Value, string? Outcome);
