using System.Text.Json.Nodes;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Telegram;

namespace ExitDesk.Simulator.Report;

/// <summary>Compares, after a day, what the function app wrote with what happened at the broker.</summary>
public sealed class ReportBuilder(Rig rig, DayWatch watch, RunOptions options)
{
    public async Task<DayReport> BuildAsync(CancellationToken cancellationToken)
    {
        var transactions = await TransactionsAsync(cancellationToken).ConfigureAwait(false);
        await rig.Outages.EndAsync(cancellationToken).ConfigureAwait(false);
        var ledger = await LedgerSnapshot.ReadAsync(rig.Storage.ConnectionString, cancellationToken).ConfigureAwait(false);
        var (positions, closings, approvals, trades) = ledger.After(rig.Loss.Lost);
        var fills = rig.Venue.Activities().Where(activity => activity.Fill is { Order.Closes: true }).ToList();
        var cash = CashReports.Of(rig.Venue, watch.Openings);
        var reports = PositionReports.Of(positions, closings, approvals, watch, rig.Venue).ToList();
        var audit = new LedgerAudit(rig, watch, positions, closings, trades, fills);
        var calls = rig.Broker.Calls.ByEndpoint.OrderBy(call => call.Key, StringComparer.Ordinal).ToDictionary();
        return new DayReport(
            rig.Scenario.Name,
            rig.Scenario.Day.Date,
            options.Seed,
            options.Mode,
            options.Faults.Order().ToDictionary(FaultNames.Of, fault => rig.Faults.Strikes.GetValueOrDefault(fault)),
            reports,
            calls,
            transactions,
            rig.Queues.Snapshot().ToDictionary(
                queue => queue.Name,
                queue => new MessageReport(
                    queue.Counters.Sent, queue.Counters.Delivered, queue.Counters.Completed, queue.Counters.DeadLettered, queue.Counters.DuplicatesDropped)),
            LatencyReport.Of(LatencySummary.Of(TriggerLatencies.Of(
                closings, watch.Sweeps, watch.Accepted, order => PositionReports.SymbolsOf(order, rig.Venue)))),
            LatencyReport.Of(rig.Telegram.Chat.Timings.Acknowledged),
            new FunctionAppReport(
                Math.Round(rig.Desks.Max(desk => desk.ReadyAfter.TotalSeconds), 2),
                Math.Round(rig.Desks.Max(desk => desk.PeakMemory) / 1_048_576.0, 1),
                watch.Restarts),
            trades.Sum(trade => trade.Number("realizedPnl") ?? 0),
            fills.Sum(fill => fill.NetAmount),
            trades.Sum(trade => trade.Number("cash") ?? 0),
            [.. rig.Venue.Violations.Select(violation => $"{violation.At:u} {violation.Symbol}: {violation.Words}"), .. audit.Violations(), .. CashReports.Differences(cash, rig.Scenario.Broker.Cash, rig.Venue.Account().Cash)],
            [.. Unended(closings, approvals, rig.Scenario.Days[^1].Close)])
        {
            Days = SessionReports.Of(rig, watch, reports, trades),
            Cash = cash,
        };
    }

    private async Task<long?> TransactionsAsync(CancellationToken cancellationToken)
    {
        long? sum = 0;
        foreach (var desk in rig.Desks)
        {
            sum += await desk.Host.LedgerTransactionsAsync(cancellationToken).ConfigureAwait(false);
        }

        return sum;
    }

    // A question asked after the last close has until the next one.
    private static IEnumerable<string> Unended(IReadOnlyList<JsonObject> closings, IReadOnlyList<JsonObject> approvals, DateTimeOffset lastClose) =>
    [
        .. closings.Where(closing => closing["end"] is null).Select(closing => $"closing {closing.Text("positionId")} has not ended; next step at {closing.Text("nextAt")}"),
        .. approvals.Where(approval => approval.Text("status") == "Open" && approval.Instant("askedAt") < lastClose).Select(approval => $"question about {approval.Text("positionId")} is still open"),
    ];
}
