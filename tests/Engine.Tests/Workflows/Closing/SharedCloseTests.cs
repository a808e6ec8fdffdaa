using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>We and the owner each close a part of the same position.</summary>
public sealed class SharedCloseTests
{
    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task WhenOurCloseIsWithdrawnAndTheOwnerSellsTheRest_OurOwnFillsAreNotForeign(int daysLater)
    {
        await StopFillsThreeOfEightAsync();
        await _desk.WriteAsync("/mode monitor");
        _desk.Broker.End("order-0001", OrderStatus.Canceled);
        await _desk.RunUntilQuietAsync();
        Assert.Equal(CloseEnd.Withdrawn, Assert.Single(await _desk.ClosingsAsync()).End);

        await _desk.AdvanceAsync(TimeSpan.FromDays(daysLater));
        await _desk.SettleAsync();
        _desk.Broker.CloseElsewhere(Contracts.Goog, 5);
        for (var i = 0; i < 2; i++)
        {
            await _desk.SyncAsync();
            await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(PositionStatus.ClosedElsewhere, (await _desk.PositionAsync(Contracts.Goog)).Status);
        Assert.Equal([3m, 5m], (await _desk.TradesAsync()).Select(trade => trade.Quantity).Order());
        await DeskBooks.AssertEqualAsync(_desk, Contracts.Goog);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhenTheOwnerSellsTheRestDuringOurClose_BothAreBooked(bool fillsFailFirst)
    {
        await StopFillsThreeOfEightAsync();
        _desk.Broker.CloseElsewhere(Contracts.Goog, 5);
        _desk.Broker.End("order-0001", OrderStatus.Canceled);
        _desk.Broker.FillsFail = fillsFailFirst;
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(fillsFailFirst, (await _desk.TradesAsync()).Count == 0);
        _desk.Broker.FillsFail = false;
        await _desk.RunUntilQuietAsync();

        Assert.Equal(CloseEnd.Closed, Assert.Single(await _desk.ClosingsAsync()).End);
        var position = await _desk.PositionAsync(Contracts.Goog);
        Assert.Equal((PositionStatus.Closed, true), (position.Status, position.IsResultKnown));
        await DeskBooks.AssertEqualAsync(_desk, Contracts.Goog);
    }

    private async Task StopFillsThreeOfEightAsync()
    {
        await _desk.HoldAsync(Contracts.Goog, 8, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        _desk.Broker.PriceFills(Contracts.Goog, 1.47m);
        _desk.Broker.Next(new CloseScript.Work());
        await _desk.SweepAsync(3);
        _desk.Broker.Execute("order-0001", 3, 1.47m);
    }
}
