using ExitDesk.Engine.Market;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/health</c>.</summary>
public sealed class HealthCommand(HealthCheck health, DeskReplies replies)
{
    public async Task RunAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var report = await health.ReadAsync(cancellationToken).ConfigureAwait(false);
        var lines = new List<string>
        {
            report.Problems.Count == 0 ? "✅ <b>All running</b>" : "⚠️ <b>Something is wrong</b>",
            $"{report.Mode ?? "mode unknown"} · trading {report.TradingState ?? "unknown"} · ledger {Html.Escape(report.Account)}",
        };
        lines.AddRange(report.Problems.Select(Html.Escape));
        lines.AddRange(report.Runs.Select(run => run.Value.LastSuccessAt is { } at
            ? $"{run.Key}: last at {NewYork.Clock(at)}"
            : $"{run.Key}: none since this process started"));
        lines.Add($"{report.OpenPositions?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} open, "
            + $"{report.UnsettledClosings?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} closing, "
            + $"{report.PendingEntries?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} entering, outbox {report.OutboxDepth}"
            + (report.BrokerCallsLeft is { } left ? $", {left} broker calls left this minute" : ""));
        await replies.ReplyAsync(update, string.Join('\n', lines), cancellationToken).ConfigureAwait(false);
    }
}
