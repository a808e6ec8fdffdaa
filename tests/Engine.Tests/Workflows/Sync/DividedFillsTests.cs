using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Tests.Workflows.Closing;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sync;

/// <summary>Two spreads and one more of their long puts: others close the contract for both positions at once.</summary>
public sealed class DividedFillsTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenOneFillClosedTwoPositions_EachBooksItsPart()
    {
        await HoldBothAsync(_desk);
        CloseAll(_desk);
        await EndAsync(_desk);
        await AssertBooksAsync(_desk, "");
    }

    [Fact]
    public async Task WhenTheProcessEndsAfterAnyEffect_EachBooksItsPartOnce()
    {
        for (var effect = 1; effect <= 25; effect++)
        {
            var desk = new DeskHarness();
            await HoldBothAsync(desk);
            CloseAll(desk);
            await desk.SyncAsync();
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
            desk.Effects.CrashAfter(effect);
            await Record.ExceptionAsync(desk.SyncAsync);
            desk.Restart();
            await EndAsync(desk);
            await AssertBooksAsync(desk, $"crash after effect {effect}");
        }
    }

    [Theory]
    [InlineData(1, CommitFault.Conflict)]
    [InlineData(1, CommitFault.UnknownBeforeCommit)]
    [InlineData(1, CommitFault.UnknownAfterCommit)]
    [InlineData(2, CommitFault.Conflict)]
    [InlineData(2, CommitFault.UnknownAfterCommit)]
    [InlineData(3, CommitFault.Conflict)]
    [InlineData(3, CommitFault.UnknownAfterCommit)]
    public async Task WhenACommitGoesWrong_EachStillBooksItsPartOnce(int commit, CommitFault fault)
    {
        await HoldBothAsync(_desk);
        CloseAll(_desk);
        await _desk.SyncAsync();
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        for (var i = 1; i < commit; i++)
        {
            _desk.Ledger.Faults.PassNextCommit();
        }

        _desk.Ledger.Faults.FailNextCommit(fault);
        await EndAsync(_desk);
        await AssertBooksAsync(_desk, $"{fault} of commit {commit}");
    }

    [Fact]
    public async Task WhenOneWasClosedByUsLongAgo_TheOtherDoesNotTakeOurFillsForOthers()
    {
        await HoldBothAsync(_desk);
        _desk.Broker.Next(new CloseScript.Fill());
        var spread = (await _desk.PositionsAsync()).Single(position => position.Legs.Count == 2);
        await _desk.WriteAsync($"/close {spread.Id}");
        await _desk.RunUntilQuietAsync();
        Assert.Equal(2, (await _desk.TradesAsync()).Count);

        await _desk.AdvanceAsync(TimeSpan.FromDays(8));
        await _desk.SettleAsync();
        _desk.Broker.CloseElsewhere(Spreads.Long, 1);
        await EndAsync(_desk);
        Assert.Equal(1m, (await _desk.TradesAsync()).Where(trade => trade.PositionId != spread.Id).Sum(trade => trade.Quantity));

        await _desk.AdvanceAsync(TimeSpan.FromDays(8));
        await _desk.SettleAsync();
        Assert.Empty(await _desk.PositionsAsync());
        await _desk.AdvanceAsync(TimeSpan.FromHours(2));
        await _desk.SettleAsync();
        Assert.Empty(await _desk.Ledger.ListAsync(LedgerKeys.FillParts, CancellationToken.None));
    }

    [Fact]
    public async Task WhenACloseIsLostAndTheOtherPositionClosesTheSameContract_NeitherTakesTheOthersOrder()
    {
        await Spreads.HoldAsync(_desk);
        _desk.Broker.Hold(Spreads.Long, 4, 2.00m);
        await _desk.SyncAsync();
        var positions = await _desk.PositionsAsync();
        _desk.Broker.Next(
            new CloseScript.LoseRequest(), new CloseScript.Refuse(422, null, "no"), new CloseScript.Refuse(422, null, "no"),
            new CloseScript.Fill(), new CloseScript.Fill(), new CloseScript.Fill());
        await _desk.WriteAsync($"/close {positions.Single(position => position.Legs.Count == 1).Id}");
        await _desk.WriteAsync($"/close {positions.Single(position => position.Legs.Count == 2).Id}");
        await _desk.RunUntilQuietAsync();

        var booked = (await _desk.TradesAsync()).SelectMany(trade => trade.Fills).Select(fill => fill.Id).ToList();
        Assert.Equal(_desk.Broker.Fills.Select(fill => fill.Id).Order(), booked.Order());
        Assert.Equal(3, booked.Count);
    }

    private static async Task HoldBothAsync(DeskHarness desk)
    {
        await Spreads.HoldAsync(desk);
        desk.Broker.Hold(Spreads.Long, 3, 2.00m);
        await desk.SyncAsync();
        Assert.Equal(2, (await desk.PositionsAsync()).Count);
    }

    private static void CloseAll(DeskHarness desk)
    {
        desk.Broker.CloseElsewhere(Spreads.Long, 3);
        var bought = desk.Broker.Rest(Spreads.Short, OrderSide.Buy, 2);
        desk.Broker.Execute(bought.Id, 2, 3.50m);
    }

    private static async Task EndAsync(DeskHarness desk)
    {
        for (var i = 0; i < 4; i++)
        {
            await desk.SyncAsync();
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }
    }

    private static async Task AssertBooksAsync(DeskHarness desk, string how)
    {
        var trades = await desk.TradesAsync();
        Assert.Equal([1m, 2m, 2m], trades.Select(trade => trade.Quantity).Order());
        Assert.Equal(3m, trades.Where(trade => trade.Symbol == Spreads.Long).Sum(trade => trade.Quantity));
        foreach (var position in await desk.PositionsAsync())
        {
            Assert.True(
                (position.Status, position.IsResultKnown) == (PositionStatus.ClosedElsewhere, true), $"{how}: {position.Id} is {position.Status}, lacking {position.UnexplainedQuantity}");
            Assert.Equal(trades.Where(trade => trade.PositionId == position.Id).Sum(trade => trade.RealizedPnl), position.RealizedPnl);
        }
    }
}
