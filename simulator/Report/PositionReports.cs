using System.Text.Json.Nodes;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Report;

/// <summary>Puts each position's day together from ledger and broker.</summary>
internal static class PositionReports
{
    public static IEnumerable<PositionReport> Of(
        IReadOnlyList<JsonObject> positions, IReadOnlyList<JsonObject> closings, IReadOnlyList<JsonObject> approvals, DayWatch watch, SimulatedVenue venue)
    {
        var orders = venue.Orders().Where(order => order.Origin == OrderOrigin.Client).ToLookup(order => order.Symbol);
        foreach (var position in positions)
        {
            var id = position.Text("id");
            var own = closings.Where(closing => closing.Text("positionId") == id).ToList();
            var asked = approvals.Where(approval => approval.Text("positionId") == id && approval["decision"] is not null && approval.Text("status") != "Used");
            var sign = position.Text("side") == "Short" ? -1 : 1;
            yield return new PositionReport(
                position.Text("symbol"),
                sign * (position.Number("quantity") ?? 0),
                position.Number("entryPrice") ?? 0,
                [.. own.Select(OfClosing).Concat(asked.Select(OfQuestion)).OrderBy(trigger => trigger.At)],
                [.. orders[position.Text("symbol")].Select(order => OrderReport.Of(order, venue.Now))],
                new EndReport(position.Text("status"), own.Count == 0 ? null : Reason(own[^1]), position.Instant("endedAt"), position.Number("realizedPnl")));
        }

        foreach (var opening in watch.Openings.Where(opening => positions.All(position => position.Text("symbol") != opening.Symbol)))
        {
            yield return Unknown(opening);
        }
    }

    private static PositionReport Unknown(Opening opening) =>
        new(opening.Symbol, opening.Quantity, opening.EntryPrice ?? 0, [], [], new EndReport("Unknown", null, null, null));

    private static string Reason(JsonObject closing) => closing["trigger"]!.AsObject().Text("reason");

    private static TriggerReport OfClosing(JsonObject closing)
    {
        var trigger = closing["trigger"]!.AsObject();
        return new TriggerReport(
            trigger.Text("reason"), trigger.Instant("at")!.Value, trigger.Number("price"), trigger.Number("threshold"), trigger.Number("value"),
            closing["end"]?.GetValue<string>().ToLowerInvariant());
    }

    private static TriggerReport OfQuestion(JsonObject approval)
    {
        var finding = approval["decision"]!.AsObject();
        var status = approval.Text("status");
        return new TriggerReport(
            finding.Text("reason"), approval.Instant("askedAt")!.Value, approval.Number("bid"), finding.Number("threshold"), finding.Number("value"),
            status == "Open" ? null : status.ToLowerInvariant());
    }
}
