namespace ExitDesk.Simulator.Telegram;

/// <summary>Wall-clock latencies in milliseconds; all 0 when there were none.</summary>
/// <param name="Count">How many.</param>
/// <param name="P50">The median (nearest rank).</param>
/// <param name="P95">95 of 100 are at most this (nearest rank).</param>
/// <param name="Max">The longest.</param>
public sealed record LatencySummary(int Count, double P50, double P95, double Max)
{
    /// <summary>Sums up latencies in milliseconds, in any order.</summary>
    public static LatencySummary Of(IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return sorted.Length == 0
            ? new LatencySummary(0, 0, 0, 0)
            : new LatencySummary(sorted.Length, Rank(sorted, 0.50), Rank(sorted, 0.95), sorted[^1]);
    }

    private static double Rank(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
