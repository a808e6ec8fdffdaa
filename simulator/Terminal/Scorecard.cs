using System.Globalization;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Report;

namespace ExitDesk.Simulator.Terminal;

/// <summary>The end of a day in a page of text.</summary>
public static class Scorecard
{
    public static IEnumerable<string> Lines(DayReport report)
    {
        yield return "";
        yield return $"{report.Scenario} {Dates(report)}, seed {report.Seed}, mode {report.Mode}";
        foreach (var position in report.Positions)
        {
            yield return $"  {string.Join(" / ", position.Symbol.Split(' ').Select(PositionRow.NameOf)),-22} ×{position.Quantity,-5:0.####} {End(position, report.Days is null ? Words.Clock : DayAndClock)}";
        }

        foreach (var day in report.Days ?? [])
        {
            yield return $"  {day.Date.ToString("ddd d MMM", CultureInfo.InvariantCulture),-10} {day.Opened} opened, {day.Triggers} triggers, {day.Orders} orders, {day.Ended} ended, {day.Settled} settled by the broker, realized {Words.Signed(day.RealizedPnl)}, {day.BrokerCalls} broker calls";
        }

        yield return $"Realized {Words.Signed(report.RealizedPnl)}; cash of trade rows {Words.Signed(report.LedgerCash)}, of the broker's fills {Words.Signed(report.BrokerCash)}";
        yield return Invariant($"Broker calls {report.BrokerCalls.Values.Sum()}; messages {report.Messages.Values.Sum(queue => queue.Sent)}; {Transactions(report)}; function app ready in {report.FunctionApp.ReadySeconds:0.0} s, peak {report.FunctionApp.PeakMegabytes:0} MB, restarted {report.FunctionApp.Restarts}×");
        yield return $"Trigger to accepted {Latency(report.TriggerToAcceptedMs)}; tap to acknowledged {Latency(report.TapToAcknowledgedMs)}";
        foreach (var fault in report.Faults)
        {
            yield return fault.Value == 0 ? $"Fault {fault.Key} found no opportunity" : $"Fault {fault.Key} struck {fault.Value}×";
        }

        foreach (var line in report.Violations.Select(violation => $"INVARIANT BROKEN: {violation}").Concat(report.Unended.Select(open => $"NO END: {open}")))
        {
            yield return line;
        }

        yield return report.IsGood
            ? "Every trigger reached its end, no invariant broke."
            : report.Days is null ? "This day was not good." : "These days were not good.";
    }

    private static string Dates(DayReport report) => report.Days is { } days
        ? $"{days[0].Date:yyyy-MM-dd} to {days[^1].Date:yyyy-MM-dd} ({days.Count} days)"
        : $"{report.Date:yyyy-MM-dd}";

    private static string End(PositionReport position, Func<DateTimeOffset, string> when)
    {
        var triggers = string.Join(", ", position.Triggers.Select(trigger => $"{trigger.Reason} {when(trigger.At)} at {Words.Price(trigger.ClosingSidePrice)} → {trigger.Outcome ?? "no end"}"));
        var end = position.End.At is { } at ? $"{position.End.Status} {when(at)} {Words.Signed(position.End.RealizedPnl)}" : position.End.Status;
        return triggers.Length == 0 ? end : $"{end}  ({triggers})";
    }

    private static string DayAndClock(DateTimeOffset instant) =>
        $"{NewYork.DateOf(instant).ToString("ddd", CultureInfo.InvariantCulture)} {Words.Clock(instant)}";

    private static string Transactions(DayReport report) => report.TableTransactions is { } count
        ? Invariant($"storage transactions {count}{(report.FunctionApp.Restarts > 0 ? " since the last start" : "")}")
        : "storage transactions unknown";

    private static string Latency(LatencyReport latency) => latency.Count == 0
        ? "–"
        : Invariant($"p50 {latency.P50:0} ms, p95 {latency.P95:0} ms, max {latency.Max:0} ms ({latency.Count})");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
