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
        var ledger = positions.Select(LedgerPosition.Of).ToList();
        var orders = venue.Orders().Where(order => order is { Origin: OrderOrigin.Client, IsLeg: false }).ToList();
        foreach (var (position, legs, entry) in ledger)
        {
            var id = position.Text("id");
            var own = closings.Where(closing => closing.Text("positionId") == id).ToList();
            var asked = approvals.Where(approval => approval.Text("positionId") == id && approval["decision"] is not null && approval.Text("status") != "Used");
            yield return new PositionReport(
                string.Join(" ", legs.Keys),
                legs.Count == 1 ? legs.Values.Single() : legs.Values.Min(Math.Abs),
                entry,
                [.. own.Select(OfClosing).Concat(asked.Select(OfQuestion)).OrderBy(trigger => trigger.At)],
                [.. orders.Where(order => SymbolsOf(order, venue).Any(legs.ContainsKey)).Select(order => OrderReport.Of(order, venue.Now))],
                new EndReport(position.Text("status"), own.Count == 0 ? null : Reason(own[^1]), position.Instant("endedAt"), position.Number("realizedPnl")));
        }

        foreach (var opening in watch.Openings.Where(opening => !ledger.Exists(position => position.Legs.ContainsKey(opening.Symbol))))
        {
            yield return Unknown(opening);
        }
    }

    /// <summary>Symbols of an order, those of its legs if it has several.</summary>
    public static IEnumerable<string> SymbolsOf(VenueOrder order, SimulatedVenue venue) =>
        order.IsMultiLeg ? venue.Legs(order).Select(leg => leg.Symbol) : [order.Symbol];

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
