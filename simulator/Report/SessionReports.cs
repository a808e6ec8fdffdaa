using System.Text.Json.Nodes;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Report;

/// <summary>Splits what happened over the days of a run.</summary>
internal static class SessionReports
{
    /// <returns>One a session played; null if there was only one.</returns>
    public static IReadOnlyList<SessionReport>? Of(Rig rig, DayWatch watch, IReadOnlyList<PositionReport> positions, IReadOnlyList<JsonObject> trades)
    {
        var days = rig.Scenario.Days;
        return days.Count == 1
            ? null
            : [.. Enumerable.Range(0, days.Count).Select(session =>
                Of(session, rig.Scenario, rig.Venue.Activities(), watch.Openings, watch.Accepted, watch.TrafficOf(session), positions, trades))];
    }

    /// <summary>One session's share.</summary>
    /// <param name="session">From 0.</param>
    /// <param name="history">The account's, as far as it shows.</param>
    public static SessionReport Of(
        int session,
        Scenario scenario,
        IReadOnlyList<VenueActivity> history,
        IReadOnlyList<Opening> openings,
        IReadOnlyCollection<AcceptedOrder> accepted,
        Traffic traffic,
        IReadOnlyList<PositionReport> positions,
        IReadOnlyList<JsonObject> trades)
    {
        bool Within(DateTimeOffset at) => scenario.SessionOf(at) == session;
        var day = scenario.Days[session];
        var fills = history.Where(line => line.Type == ActivityType.Fill && Within(line.At)).ToList();
        return new SessionReport(
            day.Date,
            day.Close,
            openings.Count(opening => Within(opening.OpenedAt)),
            positions.Sum(position => position.Triggers.Count(trigger => Within(trigger.At))),
            accepted.Count(order => Within(order.Order.CreatedAt)),
            fills.Count,
            history.Count(line => line.Type != ActivityType.Fill && Within(line.VisibleFrom)),
            positions.Count(position => position.End.At is { } at && Within(at)),
            trades.Where(trade => trade.Instant("endedAt") is { } at && Within(at)).Sum(trade => trade.Number("realizedPnl") ?? 0),
            fills.Where(fill => fill.Fill!.Order.Closes).Sum(fill => fill.NetAmount),
            traffic.BrokerCalls,
            traffic.Messages);
    }
}
