using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

public sealed class HappyCloseTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenAStopIsConfirmed_OneOrderOneTradeRowOneReceipt()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        _desk.Broker.PriceFills(Contracts.Goog, 1.47m);

        await _desk.SweepAsync(3);
        await _desk.RunUntilQuietAsync();

        Assert.Equal([(Contracts.Goog, 2m)], _desk.Broker.Closes);
        var trade = Assert.Single(await _desk.TradesAsync());
        Assert.Equal((-106.00m, 294.00m, 1.47m, 2m), (trade.RealizedPnl, trade.Cash, trade.ExitPrice, trade.Quantity));
        Assert.Equal(ExitReason.StopLoss, trade.Reason);
        var closing = Assert.Single(await _desk.ClosingsAsync());
        Assert.Equal((CloseEnd.Closed, -106.00m), (closing.End, closing.RealizedPnl));
        var position = await _desk.PositionAsync(Contracts.Goog);
        Assert.Equal((PositionStatus.Closed, -106.00m), (position.Status, position.RealizedPnl));
        Assert.Contains("-$106.00", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("sold at 1.47", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Empty(await _desk.OutboxAsync());
    }

    [Fact]
    public async Task WhenFilledInParts_TheTradeIsExactToTheCent()
    {
        await CloseWorkingAsync(3);
        _desk.Broker.Execute("order-0001", 1, 1.4312m);
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(3));
        Assert.Empty(await _desk.TradesAsync());
        _desk.Broker.Execute("order-0001", 2, 1.4333m);
        await _desk.RunUntilQuietAsync();

        var trade = Assert.Single(await _desk.TradesAsync());
        Assert.Equal(143.12m + 286.66m, trade.Cash);
        Assert.Equal(2, trade.Fills.Count);
        Assert.Equal(429.78m - 600m, trade.RealizedPnl);
    }

    [Fact]
    public async Task WhenPartlyFilledAndCancelledElsewhere_TheRestIsClosedAgain()
    {
        await CloseWorkingAsync(3);
        _desk.Broker.Execute("order-0001", 1, 1.45m);
        _desk.Broker.End("order-0001", Domain.Orders.OrderStatus.Canceled);
        _desk.Broker.PriceFills(Contracts.Goog, 1.40m);
        await _desk.RunUntilQuietAsync();

        Assert.Equal([3m, 2m], _desk.Broker.Closes.Select(close => close.Quantity));
        var trade = Assert.Single(await _desk.TradesAsync());
        Assert.Equal((3m, 425m), (trade.Quantity, trade.Cash));
    }

    [Fact]
    public async Task WhenTheListOfFillsLags_TheTradeWaitsForIt()
    {
        _desk.Broker.FillsBehind = 1;
        await CloseAsync(2, new CloseScript.Fill());
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(await _desk.TradesAsync());

        _desk.Broker.FillsBehind = 0;
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("fill-0001", Assert.Single(Assert.Single(await _desk.TradesAsync()).Fills).Id);
    }

    [Fact]
    public async Task WhenFillsCannotBeReadForAMinute_TheTradeStillComesFromFills()
    {
        _desk.Broker.FillsFail = true;
        await CloseAsync(2, new CloseScript.Fill());
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(await _desk.TradesAsync());

        _desk.Broker.FillsFail = false;
        await _desk.RunUntilQuietAsync();
        Assert.Equal("fill-0001", Assert.Single(Assert.Single(await _desk.TradesAsync()).Fills).Id);
    }

    [Fact]
    public async Task WhenTheMarketIsClosed_ItWaitsForTheOpenAndSaysSo()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.AdvanceAsync(TimeSpan.FromHours(7));
        await _desk.WriteAsync("/close GOOG");

        Assert.Empty(_desk.Broker.Closes);
        Assert.Contains("next open", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.AdvanceAsync(TimeSpan.FromHours(16) + TimeSpan.FromMinutes(32));
        Assert.Single(_desk.Broker.Closes);
        Assert.Equal(PositionStatus.Closed, (await _desk.PositionAsync(Contracts.Goog)).Status);
    }

    private Task CloseWorkingAsync(decimal quantity) => CloseAsync(quantity, new CloseScript.Work());

    private async Task CloseAsync(decimal quantity, CloseScript script)
    {
        await _desk.HoldAsync(Contracts.Goog, quantity, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        _desk.Broker.Next(script);
        await _desk.WriteAsync("/close GOOG");
    }
}
