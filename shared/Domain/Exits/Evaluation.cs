using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Exits;

/// <summary>What one sweep found, kept to confirm stops over several readings and to answer "why".</summary>
/// <param name="At">The broker's clock.</param>
/// <param name="Kind">What the policy said before confirmation.</param>
/// <param name="Reason">The rule that decided; null on hold.</param>
/// <param name="Value">What it measured.</param>
/// <param name="Threshold">What it was compared with.</param>
/// <param name="Quality">Of the quote.</param>
/// <param name="StopAgreed">The stop by itself: true fired, false held, null undecided or off.</param>
/// <param name="TrailingAgreed">The trailing stop by itself, likewise.</param>
public sealed record Evaluation(
    DateTimeOffset At,
    DecisionKind Kind,
    ExitReason? Reason,
    decimal? Value,
    decimal? Threshold,
    QuoteQuality Quality,
    bool? StopAgreed,
    bool? TrailingAgreed = null);
