namespace ExitDesk.Domain.Exits;

/// <summary>What the expiry ladder demands of a position now.</summary>
/// <param name="Urgency">How hard to close; null if it demands no close.</param>
/// <param name="Moneyness">Of the position, a fraction, positive in the money; null if unknown, which counts as in the money.</param>
/// <param name="Threshold">The moneyness, a fraction, from which the present rung closes.</param>
/// <param name="IsUndecided">True if the present rung needs a price of the underlying and has none.</param>
/// <param name="Risk">Of being exercised, a fraction from 0 to 1; null if unknown. Decides nothing but which of many closes goes first.</param>
public readonly record struct LadderDemand(Urgency? Urgency, decimal? Moneyness, decimal Threshold, bool IsUndecided = false, decimal? Risk = null);
