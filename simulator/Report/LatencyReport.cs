namespace ExitDesk.Simulator.Report;

/// <summary>Wall-clock milliseconds; all 0 when there were none.</summary>
public sealed record LatencyReport(int Count, double P50, double P95, double Max)
{
    public static LatencyReport Of(Telegram.LatencySummary summary) =>
        new(summary.Count, Math.Round(summary.P50, 1), Math.Round(summary.P95, 1), Math.Round(summary.Max, 1));
}
