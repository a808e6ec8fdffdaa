using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sync;

/// <summary>A debit spread is bought at 3.00 and bid up to 4.40 (+47 %); then its short leg goes, and a long call bought at 5.00 is left.</summary>
public sealed class OrphanMarksTests
{
    private const string Long = "GOOG160115C00750000";
    private const string Short = "GOOG160115C00760000";
    private const string Trailing = """{"defaults": {"takeProfit": {"enabled": false}, "trailingStop": {"enabled": true, "arm": 0.25, "giveBack": 0.15}}}""";

    private readonly DeskHarness _desk = new();

    public OrphanMarksTests()
    {
        _desk.Plans = new DeployedPlan("plan.json", Trailing);
        _desk.Restart();
    }

    [Fact]
    public async Task WhenALegIsLost_TheRestBeginsItsBestAndWorstWithItsOwnQuotes()
    {
        var (spread, rest) = await LoseTheShortLegAsync();
        Assert.Equal((StructureKind.VerticalDebit, 4.40m), (spread.Kind, (await MarkAsync(spread)).Best?.Value));
        Assert.Equal((StructureKind.LongOption, true), (rest.Kind, rest.IsOrphan));
        Assert.Equal((null, null, 0), ((await MarkAsync(rest)).Best, (await MarkAsync(rest)).Worst, (await MarkAsync(rest)).Evaluations.Count));

        await _desk.SweepAsync(2);
        Assert.Equal((5.30m, 5.30m), ((await MarkAsync(rest)).Best?.Value, (await MarkAsync(rest)).Worst?.Value));
    }

    // +6 % of its own, which never was more: against the spread's +47 % it would have given back far too much.
    [Fact]
    public async Task WhenTheRestHasGainedLess_TheSpreadsBestDoesNotStopIt()
    {
        var (_, rest) = await LoseTheShortLegAsync();
        await _desk.SweepAsync(6);
        Assert.Equal(PositionStatus.Open, (await _desk.Get<DeskLedger>().PositionAsync(rest.Id, default))!.Value.Status);
        Assert.Empty(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenTheRestGivesBackItsOwnBest_ItsTrailingStopActs()
    {
        await LoseTheShortLegAsync();
        _desk.Market.Quote(Long, 6.50m, 6.60m);
        await _desk.SweepAsync(2);
        _desk.Market.Quote(Long, 5.70m, 5.80m);
        await _desk.SweepAsync(3);
        Assert.Equal(ExitReason.TrailingStop, Assert.Single(await _desk.ClosingsAsync()).Trigger.Reason);
    }

    private async Task<(Position Spread, Position Left)> LoseTheShortLegAsync()
    {
        _desk.Broker.Hold(Long, 1, 5.00m);
        _desk.Broker.Hold(Short, -1, 2.00m);
        _desk.Market.Quote(Long, 9.00m, 9.10m);
        _desk.Market.Quote(Short, 4.50m, 4.60m);
        await _desk.SyncAsync();
        await _desk.SweepAsync(2);
        _desk.Broker.Drop(Short);
        _desk.Market.Quote(Long, 5.30m, 5.40m);
        for (var minute = 0; minute < 3; minute++)
        {
            await _desk.SyncAsync();
            await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        var positions = await _desk.PositionsAsync();
        return (positions.Single(position => position.Legs.Count == 2), positions.Single(position => position.IsOrphan));
    }

    private async Task<PositionMark> MarkAsync(Position position) => await _desk.Get<DeskLedger>().MarkAsync(position.Id, default);
}
