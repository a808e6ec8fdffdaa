using ExitDesk.Domain.Pricing;

namespace ExitDesk.Domain.Expiry;

/// <summary>How far out of the money is still near: distances, fractions of the strike above 0.</summary>
public static class ExpiryThreshold
{
    /// <summary>T2 = max(nearest threshold, deviations × IV × √(minutes from deadline to close / 98,280)).</summary>
    /// <remarks>
    /// From the deadline on nothing can be done, so what counts is how far the underlying can still move until the close. With a
    /// fixed 0.5 % and an hour left, 4 to 29 % of what was left alone would finish in the money. Constant over the day.
    /// </remarks>
    /// <param name="volatility">Implied, a yearly fraction; null uses the fallback.</param>
    /// <param name="deadlineToClose">Trading time left once the deadline has come.</param>
    /// <param name="settings">Floor, deviations, fallback.</param>
    public static decimal Near(decimal? volatility, TimeSpan deadlineToClose, ExpirySettings settings)
    {
        var root = (decimal)Math.Sqrt(TradingYear.Of(deadlineToClose));
        return Math.Max(settings.NearestThreshold, settings.Deviations * (volatility ?? settings.FallbackVolatility) * root);
    }

    /// <summary>The threshold that risk is measured with: what the rung, or before the first the next one, looks at.</summary>
    /// <param name="rung">How near the deadline is.</param>
    /// <param name="near">T2.</param>
    /// <param name="settings">The other rungs' thresholds; T-5 closes above 0, so its distance is that of naming.</param>
    public static decimal OfRisk(ExpiryRung rung, decimal near, ExpirySettings settings) => rung switch
    {
        ExpiryRung.None or ExpiryRung.Watch => -settings.CardFrom,
        ExpiryRung.CloseFast => -settings.NamedFrom,
        ExpiryRung.CloseNow or ExpiryRung.PastDeadline => near,
    };
}
