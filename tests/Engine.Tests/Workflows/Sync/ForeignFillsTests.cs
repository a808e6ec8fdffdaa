using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sync;

public sealed class ForeignFillsTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenAPartIsSoldElsewhereAndOurStopClosesTheRest_BothAreBooked()
    {
        await SellThreeOfEightAsync();
        await _desk.SyncAsync();
        Assert.Equal(5m, (await _desk.PositionAsync(Contracts.Goog)).Quantity);
        await DeskBooks.AssertEqualAsync(_desk, Contracts.Goog);

        _desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        _desk.Broker.PriceFills(Contracts.Goog, 1.47m);
        await _desk.SweepAsync(3);
        await _desk.RunUntilQuietAsync();
        Assert.Equal((PositionStatus.Closed, 2), ((await _desk.PositionAsync(Contracts.Goog)).Status, (await _desk.TradesAsync()).Count));
        await DeskBooks.AssertEqualAsync(_desk, Contracts.Goog);
    }

    [Theory]
    [InlineData(CommitFault.Conflict)]
    [InlineData(CommitFault.UnknownBeforeCommit)]
    [InlineData(CommitFault.UnknownAfterCommit)]
    public async Task WhenTheCommitAfterTheRowGoesWrong_TheRowIsThereOnce(CommitFault fault)
    {
        await SellThreeOfEightAsync();
        _desk.Ledger.Faults.PassNextCommit();
        _desk.Ledger.Faults.FailNextCommit(fault);
        for (var i = 0; i < 3; i++)
        {
            await _desk.SyncAsync();
            Assert.Single(await _desk.TradesAsync());
        }

        await DeskBooks.AssertEqualAsync(_desk, Contracts.Goog, fault.ToString());
    }

    [Fact]
    public async Task WhenTheProcessEndsAfterAnyEffect_TheNextSyncBooksItOnce()
    {
        for (var effect = 1; effect <= 10; effect++)
        {
            var desk = new DeskHarness();
            await SellThreeOfEightAsync(desk);
            desk.Effects.CrashAfter(effect);
            await Record.ExceptionAsync(desk.SyncAsync);
            desk.Restart();
            await desk.SyncAsync();
            Assert.Equal(5m, (await desk.PositionAsync(Contracts.Goog)).Quantity);
            await DeskBooks.AssertEqualAsync(desk, Contracts.Goog, $"crash after effect {effect}");
        }
    }

    [Fact]
    public async Task WhenTheFillsCannotBeReadYet_TheQuantityWaitsForThem()
    {
        await SellThreeOfEightAsync();
        _desk.Broker.FillsFail = true;
        await _desk.SyncAsync();
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(5));
        await _desk.SyncAsync();
        Assert.Equal(8m, (await _desk.PositionAsync(Contracts.Goog)).Quantity);

        _desk.Broker.FillsFail = false;
        await _desk.SyncAsync();
        Assert.Equal(5m, (await _desk.PositionAsync(Contracts.Goog)).Quantity);
        await DeskBooks.AssertEqualAsync(_desk, Contracts.Goog);
    }

    [Theory]
    [InlineData(599, 8)]
    [InlineData(600, 5)]
    public async Task WhenTheFillsStayUnread_TheQuantityIsFollowedAfterTenMinutes_AndALateFillIsBooked(int seconds, decimal quantity)
    {
        await SellThreeOfEightAsync();
        _desk.Broker.FillsFail = true;
        await _desk.SyncAsync();
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        await _desk.SyncAsync();
        Assert.Equal((quantity, 8 - quantity), ((await _desk.PositionAsync(Contracts.Goog)).Quantity, (await _desk.PositionAsync(Contracts.Goog)).UnexplainedQuantity));

        _desk.Broker.FillsFail = false;
        for (var i = 0; i < 2; i++)
        {
            await _desk.AdvanceAsync(TimeSpan.FromMinutes(5));
            await _desk.SyncAsync();
        }

        Assert.Equal((5m, 0m), ((await _desk.PositionAsync(Contracts.Goog)).Quantity, (await _desk.PositionAsync(Contracts.Goog)).UnexplainedQuantity));
        await DeskBooks.AssertEqualAsync(_desk, Contracts.Goog);
    }

    [Fact]
    public async Task WhenTheListOfFillsLags_ItIsWaitedForAWhile_AndALateFillIsBookedWithTheNextChange()
    {
        await SellThreeOfEightAsync();
        _desk.Broker.FillsBehind = 1;
        await _desk.SyncAsync();
        Assert.Equal(8m, (await _desk.PositionAsync(Contracts.Goog)).Quantity);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _desk.SyncAsync();
        var unexplained = await _desk.PositionAsync(Contracts.Goog);
        Assert.Equal((5m, 3m), (unexplained.Quantity, unexplained.UnexplainedQuantity));
        Assert.Contains(await _desk.AuditAsync(), row => row.Text.Contains("no fill explains", StringComparison.Ordinal));

        _desk.Broker.FillsBehind = 0;
        _desk.Broker.CloseElsewhere(Contracts.Goog, 1);
        await _desk.SyncAsync();
        var explained = await _desk.PositionAsync(Contracts.Goog);
        Assert.Equal((4m, 0m), (explained.Quantity, explained.UnexplainedQuantity));
        await DeskBooks.AssertEqualAsync(_desk, Contracts.Goog);
    }

    // A commit holds a hundred changes.
    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    public async Task WhenTheOwnersOrderFilledInManyParts_AllAreBooked(int parts)
    {
        await _desk.HoldAsync(Contracts.Goog, 150, 2.00m);
        var order = _desk.Broker.Rest(Contracts.Goog, Domain.Orders.OrderSide.Sell, parts);
        for (var i = 0; i < parts; i++)
        {
            _desk.Broker.Execute(order.Id, 1, 1.90m);
        }

        await _desk.SyncAsync();
        Assert.Equal(150m - parts, (await _desk.PositionAsync(Contracts.Goog)).Quantity);
        await DeskBooks.AssertEqualAsync(_desk, Contracts.Goog);
    }

    [Fact]
    public async Task WhenTheOwnerAddsContracts_NothingIsBooked()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        var order = _desk.Broker.Rest(Contracts.Goog, Domain.Orders.OrderSide.Buy, 3);
        _desk.Broker.Execute(order.Id, 3, 1.90m);
        await _desk.SyncAsync();

        Assert.Equal(5m, (await _desk.PositionAsync(Contracts.Goog)).Quantity);
        Assert.Empty(await _desk.TradesAsync());
    }

    [Fact]
    public async Task WhenAPartWasSoldAndTheRestExpired_StatusDoesNotCountTheUnknownAsZero()
    {
        await SellThreeOfEightAsync();
        await _desk.SyncAsync();
        _desk.Broker.Drop(Contracts.Goog);
        await _desk.AdvanceAsync(TimeSpan.FromDays(28));
        for (var i = 0; i < 2; i++)
        {
            await _desk.SyncAsync();
            await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(PositionStatus.Expired, (await _desk.PositionAsync(Contracts.Goog)).Status);
        Assert.Contains("the result of the other 5 is unknown", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.WriteAsync("/status");
        Assert.Contains("+1 unknown", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAllOfItExpired_ItsResultIsUnknownInWords()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Broker.Drop(Contracts.Goog);
        await _desk.AdvanceAsync(TimeSpan.FromDays(28));
        for (var i = 0; i < 2; i++)
        {
            await _desk.SyncAsync();
            await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Contains("Its result is unknown", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.WriteAsync("/status");
        Assert.Contains("Ended today: 1, realized +1 unknown", _desk.Desk.Last, StringComparison.Ordinal);
    }

    private Task SellThreeOfEightAsync() => SellThreeOfEightAsync(_desk);

    private static async Task SellThreeOfEightAsync(DeskHarness desk)
    {
        await desk.HoldAsync(Contracts.Goog, 8, 2.00m);
        desk.Broker.PriceFills(Contracts.Goog, 1.90m);
        desk.Broker.CloseElsewhere(Contracts.Goog, 3);
    }
}
