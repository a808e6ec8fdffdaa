namespace ExitDesk.Domain.Exits;

/// <summary>What one rule, or the whole policy, says of one position.</summary>
/// <param name="Kind">Hold, close or undecided.</param>
/// <param name="Reason">The rule that decided; null on hold.</param>
/// <param name="Urgency">How hard to press; meaningful on close.</param>
/// <param name="Value">What was measured: a fraction for returns, a multiple for losses of credit; null if nothing could be.</param>
/// <param name="Threshold">What it was compared with, in the same unit.</param>
/// <param name="Why">What was missing; null unless undecided.</param>
public readonly record struct ExitDecision(
    DecisionKind Kind, ExitReason? Reason, Urgency Urgency, decimal? Value, decimal? Threshold, string? Why)
{
    public static ExitDecision Hold => default;

    public static ExitDecision Close(ExitReason reason, Urgency urgency, decimal? value, decimal? threshold) =>
        new(DecisionKind.Close, reason, urgency, value, threshold, null);

    public static ExitDecision Undecided(ExitReason reason, string why) =>
        new(DecisionKind.Undecided, reason, default, null, null, why);
}
