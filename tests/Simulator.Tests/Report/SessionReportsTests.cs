using System.Text.Json.Nodes;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Tests.Scenarios;
using Xunit;

namespace ExitDesk.Simulator.Tests.Report;

/// <summary>Spreads over three days, whose short put is assigned in the first night and whose stock pays at the second open.</summary>
public sealed class SessionReportsTests
{
    private readonly Scenario _scenario = Spreads.Create(1, days: 3);
    private readonly VenueAlone _alone;

    public SessionReportsTests()
    {
        _alone = new VenueAlone(_scenario);
        _alone.PlayToEnd();
    }

    [Fact]
    public void WhenThingsHappenOnSeveralDays_EachIsCountedOnItsOwn()
    {
        var days = Enumerable.Range(0, 3).Select(Of).ToList();

        Assert.Equal([7, 8, 9], days.Select(day => day.Date.Day));
        Assert.Equal([15, 0, 0], days.Select(day => day.Opened));
        Assert.Equal([15, 0, 0], days.Select(day => day.Fills));
        // Assignment and its stock trade show in the morning, the dividend at the open.
        Assert.Equal([0, 3, 0], days.Select(day => day.Settled));
        Assert.Equal([0, 1, 0], days.Select(day => day.Triggers));
        Assert.Equal([0, 0, 1], days.Select(day => day.Ended));
        Assert.Equal([0m, 0m, -12.5m], days.Select(day => day.RealizedPnl));
        // Openings are no closings.
        Assert.Equal([0m, 0m, 0m], days.Select(day => day.BrokerCash));
        Assert.Equal((10, 2), (days[0].BrokerCalls, days[0].Messages));
    }

    private SessionReport Of(int session)
    {
        var tuesday = NewYork.ToUtc(new DateOnly(2026, 12, 8), new TimeOnly(15, 0));
        var wednesday = NewYork.ToUtc(new DateOnly(2026, 12, 9), new TimeOnly(9, 35));
        var position = new PositionReport(
            "X", 1, 2m, [new TriggerReport("StopLoss", tuesday, 1m, null, null, "closed")], [], new EndReport("Closed", "StopLoss", wednesday, -12.5m));
        var trade = new JsonObject { ["endedAt"] = wednesday, ["realizedPnl"] = -12.5m };
        return SessionReports.Of(session, _scenario, _alone.Venue.Activities(), _alone.Opened, [], new Traffic(10, 2), [position], [trade]);
    }
}
