using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Tests.Workflows.Closing;
using ExitDesk.Engine.Workflows.Sync;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sync;

/// <summary>Between two syncs the owner closes contracts that the desk holds and opens them again: whoever books it, in the end the results are the cash that moved.</summary>
public sealed class RoundTripTests
{
    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData(4, 2.20, false, false)]
    [InlineData(4, 2.30, false, true)]
    [InlineData(4, 2.00, false, false)]
    [InlineData(4, 2.00, true, false)]
    [InlineData(4, 2.20, true, false)]
    [InlineData(4, 2.20, true, true)]
    [InlineData(-4, 2.20, false, false)]
    [InlineData(-4, 2.00, false, false)]
    [InlineData(-4, 2.20, true, false)]
    public async Task WhenItIsAsLargeAsBefore_TheResultsAreTheCash(decimal held, decimal back, bool isOwnEntry, bool isPart)
    {
        await _desk.HoldAsync(Contracts.Goog, held, 2.00m);
        await OwnAsync(_desk, isOwnEntry);
        var (close, open) = held > 0 ? (OrderSide.Sell, OrderSide.Buy) : (OrderSide.Buy, OrderSide.Sell);
        Trade(_desk, Contracts.Goog, close, isPart ? 3 : 2, 2.35m);
        Trade(_desk, Contracts.Goog, open, 2, back);
        await SyncAsync(_desk, 7);
        Assert.Equal(isPart ? 3 : 2, (await _desk.TradesAsync()).Where(trade => trade.Fills[0].Side == close).Sum(trade => trade.Quantity));
        Assert.Equal(isOwnEntry ? 2 : 0, (await _desk.TradesAsync()).Where(trade => trade.Fills[0].Side == open).Sum(trade => trade.Quantity));

        await CloseAsync(_desk);
        await AssertCashAsync(_desk, held * 2.00m * 100, "");
    }

    [Theory]
    [InlineData(2.30, false)]
    [InlineData(2.00, false)]
    [InlineData(2.30, true)]
    public async Task WhenTwoPositionsShareTheContract_OneBooksIt(decimal back, bool isOwnEntry)
    {
        await HoldBothAsync(_desk, isOwnEntry);
        Trade(_desk, Spreads.Long, OrderSide.Sell, 1, 2.45m);
        Trade(_desk, Spreads.Long, OrderSide.Buy, 1, back);
        await SyncAsync(_desk, 7);
        Assert.Equal(isOwnEntry ? [-1, 1] : [1m], (await _desk.TradesAsync()).Select(trade => trade.Fills[0].Side == OrderSide.Sell ? trade.Quantity : -trade.Quantity).Order());

        await CloseAsync(_desk);
        await AssertCashAsync(_desk, (3 * 200) - (2 * 320), "");
    }

    [Fact]
    public async Task WhenOurCloseWorksAtTheSameTime_ItIsBookedAfterIt()
    {
        await _desk.HoldAsync(Contracts.Goog, 4, 2.00m);
        _desk.Broker.Next(new CloseScript.Work());
        await _desk.WriteAsync("/close GOOG");
        Trade(_desk, Contracts.Goog, OrderSide.Buy, 1, 2.20m);
        Trade(_desk, Contracts.Goog, OrderSide.Sell, 1, 2.35m);
        await SyncAsync(_desk, 2);
        Assert.Empty(await _desk.TradesAsync());

        _desk.Broker.Execute(_desk.Broker.Orders[0].Id, 4, 2.50m);
        await SyncAsync(_desk, 12);
        Assert.Equal([1m, 1m, 4m], (await _desk.TradesAsync()).Select(trade => trade.Quantity).Order());
        await AssertCashAsync(_desk, 800, "");
        Assert.Contains(_desk.Desk.Written, card => card.Html.Contains("bought back", StringComparison.Ordinal) && card.Html.Contains("+$15.00", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    public async Task WhenItJustHappened_TheNextReadMayStillShowLess(int second, int rows)
    {
        await _desk.HoldAsync(Contracts.Goog, 4, 2.00m);
        await OwnAsync(_desk, true);
        Trade(_desk, Contracts.Goog, OrderSide.Sell, 1, 2.35m);
        Trade(_desk, Contracts.Goog, OrderSide.Buy, 1, 2.20m);
        await _desk.AdvanceAsync(CloseLimits.ClockTolerance + TimeSpan.FromSeconds(second));
        await _desk.SyncAsync();
        Assert.Equal(rows, (await _desk.TradesAsync()).Count);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    public async Task WhenNothingElseChanges_TheFillsAreReadEachFiveMinutes(int second, int trips)
    {
        await _desk.HoldAsync(Contracts.Goog, 4, 2.00m);
        await _desk.SyncAsync();
        Trade(_desk, Contracts.Goog, OrderSide.Sell, 1, 2.35m);
        Trade(_desk, Contracts.Goog, OrderSide.Buy, 1, 2.00m);
        await _desk.AdvanceAsync(RoundTrips.BetweenReads + TimeSpan.FromSeconds(second));
        await _desk.SyncAsync();
        Assert.Equal(trips, (await _desk.TradesAsync()).Count);
    }

    // Positions that the owner bought, and parts that he sold, are no news each five minutes.
    [Fact]
    public async Task WhenAllIsBooked_TheFillsAreReadOnceInFiveMinutes()
    {
        Trade(_desk, Contracts.Goog, OrderSide.Buy, 4, 2.00m);
        Trade(_desk, Spreads.Long, OrderSide.Buy, 4, 2.00m);
        await SyncAsync(_desk, 2);
        Trade(_desk, Contracts.Goog, OrderSide.Sell, 1, 2.00m);
        Trade(_desk, Spreads.Long, OrderSide.Sell, 4, 2.00m);
        await SyncAsync(_desk, 10);
        Assert.Equal([1m, 4m], (await _desk.TradesAsync()).Select(trade => trade.Quantity).Order());

        var before = _desk.Broker.FillReads;
        await SyncAsync(_desk, 10);
        Assert.Equal(2, _desk.Broker.FillReads - before);
    }

    [Fact]
    public async Task WhenTheProcessEndsAfterAnyEffect_ItIsBookedOnce()
    {
        for (var effect = 1; effect <= 10; effect++)
        {
            var desk = new DeskHarness();
            await HoldBothAsync(desk, isOwnEntry: true);
            Trade(desk, Spreads.Long, OrderSide.Sell, 1, 2.45m);
            Trade(desk, Spreads.Long, OrderSide.Buy, 1, 2.30m);
            await desk.AdvanceAsync(TimeSpan.FromMinutes(6));
            desk.Effects.CrashAfter(effect);
            await Record.ExceptionAsync(desk.SyncAsync);
            desk.Restart();
            await SyncAsync(desk, 7);
            await CloseAsync(desk);
            await AssertCashAsync(desk, (3 * 200) - (2 * 320), $"crash after effect {effect}");
        }
    }

    private static async Task HoldBothAsync(DeskHarness desk, bool isOwnEntry)
    {
        await Spreads.HoldAsync(desk);
        desk.Broker.Hold(Spreads.Long, 3, 2.00m);
        await desk.SyncAsync();
        await OwnAsync(desk, isOwnEntry);
    }

    private static async Task OwnAsync(DeskHarness desk, bool isOwnEntry)
    {
        foreach (var position in await desk.PositionsAsync())
        {
            await desk.Ledger.CommitAsync(
                [new Ports.Ledger.LedgerChange.Put(LedgerKeys.Position(position.Id), LedgerJson.Write(position with { HasOwnEntry = isOwnEntry }))], CancellationToken.None);
        }
    }

    private static void Trade(DeskHarness desk, string symbol, OrderSide side, decimal quantity, decimal price) =>
        desk.Broker.Execute(desk.Broker.Rest(symbol, side, quantity).Id, quantity, price);

    private static async Task SyncAsync(DeskHarness desk, int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
            await desk.SyncAsync();
        }
    }

    private static async Task CloseAsync(DeskHarness desk)
    {
        desk.Broker.Next(new CloseScript.Fill(), new CloseScript.Fill());
        foreach (var position in await desk.PositionsAsync())
        {
            await desk.WriteAsync($"/close {position.Id}");
        }

        await desk.RunUntilQuietAsync();
        await SyncAsync(desk, 7);
    }

    private static async Task AssertCashAsync(DeskHarness desk, decimal paid, string how)
    {
        Assert.All(await desk.PositionsAsync(), position => Assert.Equal((PositionStatus.Closed, true), (position.Status, position.IsResultKnown)));
        var cash = CloseResult.Cash(desk.Broker.Fills, 100) - paid;
        var trades = await desk.TradesAsync();
        var booked = (await desk.PositionsAsync()).Sum(position => position.RealizedPnl);
        Assert.True((cash, cash) == (booked, trades.Sum(trade => trade.RealizedPnl)), $"{how}: {cash} in cash, {booked} booked, {trades.Sum(trade => trade.RealizedPnl)} in rows");
    }
}
