using System.Globalization;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Tests.Venue;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Report;

public sealed class TriggerLatenciesTests
{
    private static readonly DateTimeOffset Wall = DateTimeOffset.Parse("2030-01-01T00:00:00Z", CultureInfo.InvariantCulture);
    private static readonly SweepStart[] Sweeps =
        [new(At(10), Wall), new(At(10, 0, 15), Wall.AddMilliseconds(500)), new(At(10, 0, 30), Wall.AddMilliseconds(900))];

    [Fact]
    public void WhenOrderIsTakenInTheSweep_LatencyRunsFromItsStart() =>
        Assert.Equal([120.0], Of([Closing(At(10, 0, 15))], Order(Call100, At(10, 0, 15), 620)));

    [Fact]
    public void WhenOrderIsTakenAtALaterRetry_LatencyRunsFromTheTriggeringSweep() =>
        Assert.Equal([1_400.0], Of([Closing(At(10))], Order(Call100, At(10, 0, 35), 1_400), Order(Call100, At(10, 1), 2_000)));

    [Fact]
    public void WhenFunctionAppsClockRunsAhead_TheSweepBeforeCounts() =>
        Assert.Equal([120.0], Of([Closing(At(10, 0, 15).AddMilliseconds(40))], Order(Call100, At(10, 0, 15), 620)));

    [Fact]
    public void WhenOwnerClosed_ThereIsNoLatency() =>
        Assert.Empty(Of([Closing(At(10), "Owner")], Order(Call100, At(10), 10)));

    [Fact]
    public void WhenOnlyAnotherSymbolWasOrdered_ThereIsNoLatency() =>
        Assert.Empty(Of([Closing(At(10))], Order(Put95, At(10), 10)));

    [Fact]
    public void WhenTheFirstClosingEndedWithoutAnOrder_TheNextOnesOrderIsNotItsOwn() =>
        Assert.Equal([100.0], Of([Closing(At(10)), Closing(At(10, 0, 30))], Order(Call100, At(10, 0, 30), 1_000)));

    private static IEnumerable<double> Of(JsonObject[] closings, params AcceptedOrder[] accepted) =>
        TriggerLatencies.Of(closings, Sweeps, accepted, order => [order.Symbol]);

    private static JsonObject Closing(DateTimeOffset at, string authority = "Rule") =>
        new()
        {
            ["positionId"] = "p",
            ["structure"] = new JsonObject { ["units"] = 1m, ["legs"] = new JsonArray(new JsonObject { ["symbol"] = Call100, ["ratio"] = 1m }) },
            ["trigger"] = new JsonObject { ["at"] = at, ["authority"] = authority },
        };

    private static AcceptedOrder Order(string symbol, DateTimeOffset at, double wallMilliseconds)
    {
        var bench = new VenueBench();
        bench.Hold(symbol, 1);
        return new AcceptedOrder(Granted(bench.Sell(symbol, 1)) with { CreatedAt = at }, Wall.AddMilliseconds(wallMilliseconds));
    }
}
