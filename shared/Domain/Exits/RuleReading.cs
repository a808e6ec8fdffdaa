namespace ExitDesk.Domain.Exits;

/// <summary>One rule's reading of a position, for "why": what it measures, where it fires, and how far that is.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Enabled">False if the plan has it off.</param>
/// <param name="Value">A fraction, or a multiple of the credit; null if it cannot be measured.</param>
/// <param name="Threshold">In the same unit.</param>
/// <param name="FiresAt">The closing-side price per share at which it fires, not rounded to a tick; null if meaningless.</param>
/// <param name="Distance">How far the closing-side price is from there, USD per share; 0 once past it; null if unknown.</param>
/// <param name="Decision">What the rule says now, before confirmation.</param>
public sealed record RuleReading(
    ExitReason Rule,
    bool Enabled,
    decimal? Value,
    decimal Threshold,
    decimal? FiresAt,
    decimal? Distance,
    ExitDecision Decision);
