namespace ExitDesk.Domain.Account;

/// <summary>The account at one instant. Money in USD; null is unknown, and never zero.</summary>
/// <param name="Equity">Now, USD.</param>
/// <param name="EquityAtStart">USD at the start of the session: the last equity of the day before.</param>
/// <param name="FlowsToday">Deposits less withdrawals since then, USD; negative if more was withdrawn.</param>
/// <param name="PeakResult">The highest result so far: equity less all deposits, plus all withdrawals, USD.</param>
/// <param name="PeakEquity">Equity when that peak stood, USD: what the fraction lost is of.</param>
/// <param name="FlowsInAll">Deposits less withdrawals in all, USD.</param>
/// <param name="NotionalExpiringToday">USD: strike × multiplier × contracts, summed over what expires today.</param>
/// <param name="SinceOpen">Time since the session's open; null while the market is closed.</param>
public sealed record AccountFacts(
    decimal? Equity,
    decimal? EquityAtStart,
    decimal? FlowsToday,
    decimal? PeakResult,
    decimal? PeakEquity,
    decimal? FlowsInAll,
    decimal? NotionalExpiringToday,
    TimeSpan? SinceOpen)
{
    /// <summary>USD lost since the session's start, deposits and withdrawals excluded; negative is a gain; null if unknown.</summary>
    public decimal? DailyLoss => EquityAtStart + FlowsToday - Equity;

    /// <summary>Fraction of the peak's equity lost since, deposits and withdrawals excluded; 0 at a new peak; null if unknown.</summary>
    public decimal? LossFromPeak => PeakEquity > 0 && PeakResult - (Equity - FlowsInAll) is { } lost ? Math.Max(0, lost) / PeakEquity : null;
}
