using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sync;

/// <summary>Sixty calls that were sold alone, and shares that come to stand behind them: more than one commit takes.</summary>
public sealed class LargeRegroupingTests
{
    private const int Calls = 60;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhenMoreIsRegroupedThanACommitTakes_ItIsRecordedInPortions(bool sharesFirst)
    {
        var desk = new DeskHarness();
        await HoldAsync(desk, sharesFirst);
        await desk.SyncAsync();
        await AssertCoveredAsync(desk, "");
    }

    [Fact]
    public async Task WhenTheProcessEndsBetweenThePortions_TheNextSyncGoesOn()
    {
        for (var effect = 1; effect <= 200; effect += effect < 10 ? 1 : 19)
        {
            var desk = new DeskHarness();
            await HoldAsync(desk, sharesFirst: true);
            desk.Effects.CrashAfter(effect);
            await Record.ExceptionAsync(desk.SyncAsync);
            desk.Restart();
            await desk.SyncAsync();
            await AssertCoveredAsync(desk, $"crash after effect {effect}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task WhenACommitConflicts_TheNextSyncGoesOn(int before)
    {
        var desk = new DeskHarness();
        await HoldAsync(desk, sharesFirst: true);
        for (var i = 0; i < before; i++)
        {
            desk.Ledger.Faults.PassNextCommit();
        }

        desk.Ledger.Faults.FailNextCommit(TestKit.Ledgers.CommitFault.Conflict);
        await desk.SyncAsync();
        await desk.SyncAsync();
        await AssertCoveredAsync(desk, "");
    }

    private static async Task HoldAsync(DeskHarness desk, bool sharesFirst)
    {
        if (sharesFirst)
        {
            desk.Broker.Hold("GOOG", Calls * 100, 700m, "us_equity");
            await desk.SyncAsync();
            Assert.Equal(StructureKind.Stock, Assert.Single(await desk.PositionsAsync()).Kind);
        }

        for (var i = 0; i < Calls; i++)
        {
            desk.Broker.Hold($"GOOG160115C00{800 + i}000", -1, 1.00m);
        }

        if (!sharesFirst)
        {
            await desk.SyncAsync();
            desk.Broker.Hold("GOOG", Calls * 100, 700m, "us_equity");
        }
    }

    private static async Task AssertCoveredAsync(DeskHarness desk, string how)
    {
        var live = (await desk.PositionsAsync()).Where(position => position.Status.IsLive()).ToList();
        Assert.True(live.Count == Calls && live.All(position => position is { Kind: StructureKind.CoveredCall, Quantity: 1 }), $"{how}: {live.Count} live");
        Assert.All((await desk.PositionsAsync()).Where(position => !position.Status.IsLive()), position => Assert.Equal(PositionStatus.Regrouped, position.Status));
        Assert.DoesNotContain(desk.Desk.Written, card => card.Html.Contains("⚠️", StringComparison.Ordinal));
    }
}
