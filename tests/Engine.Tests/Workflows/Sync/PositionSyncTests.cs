using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Workflows.Sync;
using ExitDesk.TestKit.Desk;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sync;

public sealed class PositionSyncTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenTheBrokerHoldsSomethingNew_ItIsRecordedAuditedAndToldOnce()
    {
        var position = await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.SyncAsync();

        Assert.Equal((PositionStatus.Open, Management.Managed, 2m, 100), (position.Status, position.Management, position.Quantity, position.Multiplier));
        Assert.Single(await _desk.PositionsAsync());
        Assert.Single(await _desk.AuditAsync(), row => row.Action == "position-found");
        Assert.Single(_desk.Desk.Written);
    }

    [Fact]
    public async Task WhenQuantityOrEntryChanged_TheLedgerFollowsAndTheAuditSaysHow()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        var changed = await _desk.HoldAsync(Contracts.Goog, 3, 2.10m);

        Assert.Equal((3m, 2.10m), (changed.Quantity, changed.EntryPrice));
        Assert.Contains(await _desk.AuditAsync(), row => row.Text.Contains("quantity 2 → 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenClosedElsewhere_ItEndsAfterTwoReadsWithItsTrade()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Broker.PriceFills(Contracts.Goog, 2.50m);
        _desk.Broker.CloseElsewhere(Contracts.Goog, 2);
        await _desk.SyncAsync();
        Assert.Equal(PositionStatus.Open, (await _desk.PositionAsync(Contracts.Goog)).Status);

        await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _desk.SyncAsync();
        Assert.Equal((PositionStatus.ClosedElsewhere, 100m), ((await _desk.PositionAsync(Contracts.Goog)).Status, Assert.Single(await _desk.TradesAsync()).RealizedPnl));
    }

    [Fact]
    public async Task WhenOneReadIsEmpty_NothingEnds()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Broker.Drop(Contracts.Goog);
        await _desk.SyncAsync();
        _desk.Broker.Hold(Contracts.Goog, 2, 2.00m);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _desk.SyncAsync();

        var position = Assert.Single(await _desk.PositionsAsync());
        Assert.Equal((PositionStatus.Open, 0), (position.Status, position.MissingReads));
    }

    [Fact]
    public async Task WhenNothingExplainsThatItIsGone_TheOwnerIsAlarmed()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Broker.Drop(Contracts.Goog);
        for (var i = 0; i < 2; i++)
        {
            await _desk.SyncAsync();
            await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        Assert.StartsWith("⚠️", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenReadsFail_NothingChangesAndTheThirdIsAnAlarm_AndSoIsTheRecovery()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Broker.ReadFailure = "HTTP 500 <html>";
        await _desk.SyncAsync();
        await _desk.SyncAsync();
        Assert.Single(_desk.Desk.Written);
        await _desk.SyncAsync();
        Assert.Contains("failed 3 times in a row", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("&lt;html&gt;", _desk.Desk.Last, StringComparison.Ordinal);

        _desk.Broker.ReadFailure = null;
        await _desk.SyncAsync();
        Assert.Contains("works again", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Equal(PositionStatus.Open, Assert.Single(await _desk.PositionsAsync()).Status);
    }

    [Fact]
    public async Task WhenTheLedgerBelongsToAnotherAccount_NothingIsMixedIntoIt()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.AccountNumber = "PA9999";
        _desk.Restart();
        _desk.Broker.Hold(Contracts.Aapl, 1, 1.00m);
        await _desk.SyncAsync();

        Assert.Single(await _desk.PositionsAsync());
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.SweepAsync(4);
        await _desk.WriteAsync("/close GOOG");
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(3));
        Assert.Empty(_desk.Broker.Closes);
        Assert.Contains("PA9999", _desk.Get<DeskHealth>().Of(RunKind.Sync).LastFailure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTwoInstancesFindTheSame_ItIsRecordedAndToldOnce()
    {
        _desk.Broker.Hold(Contracts.Goog, 2, 2.00m);
        await using var other = _desk.Start();
        _desk.Ledger.Faults.BeforeCommit = async () =>
        {
            _desk.Ledger.Faults.BeforeCommit = null;
            await other.GetRequiredService<PositionSync>().RunAsync(default);
        };
        await _desk.SyncAsync();

        Assert.Single(await _desk.PositionsAsync());
        Assert.Single(_desk.Desk.Written);
    }

    [Fact]
    public async Task WhenAShortLegIsBesideIt_BothAreOneManagedSpread()
    {
        _desk.Broker.Hold(Contracts.Goog, 2, 2.00m);
        _desk.Broker.Hold("GOOG160115C00760000", -2, 1.00m);
        await _desk.SyncAsync();

        var spread = Assert.Single(await _desk.PositionsAsync());
        Assert.Equal((StructureKind.VerticalDebit, 2m, 1.00m), (spread.Kind, spread.Quantity, spread.EntryValue));
        Assert.Equal(Management.Managed, spread.Management);
        Assert.Contains("760/750 call debit spread ×2 at 1.00", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItFlipsToTheOtherSide_LaterSyncsGoOn()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Broker.Hold(Contracts.Goog, -2, 2.00m);
        for (var i = 0; i < 3; i++)
        {
            await _desk.SyncAsync();
            await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Single(await _desk.PositionsAsync(), position => position.Status.IsLive());
    }

    [Fact]
    public async Task WhenACloseSettlesDuringASync_ItIsNotFoundAnew()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        _desk.Broker.AfterPositions = async () =>
        {
            _desk.Broker.AfterPositions = null;
            await _desk.WriteAsync("/close GOOG");
            await _desk.AdvanceAsync(TimeSpan.FromSeconds(10));
        };
        await _desk.SyncAsync();
        Assert.Equal(PositionStatus.Closed, Assert.Single(await _desk.PositionsAsync()).Status);
    }
}
