using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>Profits are taken on a walk from the mid to the bid: 3.00 / 3.12 on an entry of 2.00.</summary>
public sealed class WalkTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenNobodyTrades_FourPricesAreTriedAndThePositionIsOpenAgain()
    {
        await TakeProfitAsync();
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(55));

        Assert.Equal([3.05m, 3.00m, 3.00m, 3.00m], _desk.Broker.Tickets.Select(ticket => ticket.LimitPrice!.Value));
        Assert.Equal(4, _desk.Broker.Cancels.Count);
        Assert.Equal(CloseEnd.Unfilled, Assert.Single(await _desk.ClosingsAsync()).End);
        Assert.Equal(PositionStatus.Open, (await _desk.PositionAsync(Contracts.Goog)).Status);
        Assert.Empty(await _desk.TradesAsync());
    }

    [Fact]
    public async Task WhenAStepFillsInParts_TheNextStepHasTheRemainder()
    {
        await TakeProfitAsync();
        _desk.Broker.Execute("order-0001", 2, 3.05m);
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(12));
        _desk.Broker.Execute("order-0002", 1, 3.00m);
        await _desk.RunUntilQuietAsync();

        Assert.Equal([3m, 1m], _desk.Broker.Tickets.Select(ticket => ticket.Quantity));
        var closing = Assert.Single(await _desk.ClosingsAsync());
        Assert.Equal((CloseEnd.Closed, 310.00m), (closing.End, closing.RealizedPnl));
        Assert.Equal((-8.00m, 10.00m), (closing.Shortfall!.AgainstMid, closing.Shortfall.AgainstClosingSide));
        Assert.Equal(3m, Assert.Single(await _desk.TradesAsync()).Quantity);
        Assert.Contains("step 2 of 4", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItsRuleNoLongerHolds_TheWalkStops()
    {
        await TakeProfitAsync();
        _desk.Market.Quote(Contracts.Goog, 2.90m, 3.02m);
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(1));
        await _desk.SweepAsync();
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(12));

        Assert.Single(_desk.Broker.Tickets);
        Assert.Equal(CloseEnd.Unfilled, Assert.Single(await _desk.ClosingsAsync()).End);
        Assert.Equal(PositionStatus.Open, (await _desk.PositionAsync(Contracts.Goog)).Status);
    }

    [Fact]
    public async Task WhenQuotesFail_TheNextStepWaits()
    {
        await TakeProfitAsync();
        _desk.Market.Failing.Add("quotes");
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(20));
        Assert.Single(_desk.Broker.Tickets);

        _desk.Market.Failing.Clear();
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(3));
        Assert.Equal(2, _desk.Broker.Tickets.Count);
    }

    [Fact]
    public async Task WhenTheOwnersOrderHoldsTheContracts_TheRuleRestsAndTheOrderStays()
    {
        await HoldAsync();
        var resting = _desk.Broker.Rest(Contracts.Goog, Domain.Orders.OrderSide.Sell, 3);
        await _desk.SweepAsync(3);

        Assert.Empty(_desk.Broker.Cancels);
        Assert.Empty(_desk.Broker.Tickets);
        Assert.Equal(CloseEnd.GivenUp, Assert.Single(await _desk.ClosingsAsync()).End);
        Assert.True((await _desk.PositionAsync(Contracts.Goog)).IsSilenced(ExitReason.TakeProfit, _desk.Now));
        Assert.Contains(_desk.Desk.Written, card => card.Html.Contains(resting.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenRaisedByAStop_TheWalkIsCancelledAndItGoesToTheMarket()
    {
        await TakeProfitAsync();
        _desk.Broker.PriceFills(Contracts.Goog, 1.40m);
        var position = await _desk.PositionAsync(Contracts.Goog);
        var moment = (await _desk.Get<Engine.Market.MarketMoments>().ReadAsync(default)).Value!;
        var stop = new CloseTrigger(
            ExitReason.StopLoss, Urgency.Immediate, CloseAuthority.Rule, "stop loss", _desk.Now, 1.45m, 1.50m, 1.45m, -0.275m, -0.25m);

        Assert.True(await _desk.Get<Engine.Workflows.Closing.CloseRaising>().RaiseAsync(position, stop, moment, new Engine.Workflows.DeliveryRound(), default));
        Assert.False(await _desk.Get<Engine.Workflows.Closing.CloseRaising>().RaiseAsync(position, stop, moment, new Engine.Workflows.DeliveryRound(), default));
        await _desk.RunUntilQuietAsync();

        Assert.Single(_desk.Broker.Cancels);
        Assert.Equal([(Contracts.Goog, 3m)], _desk.Broker.Closes);
        var closing = Assert.Single(await _desk.ClosingsAsync());
        Assert.Equal((CloseEnd.Closed, ExitReason.StopLoss), (closing.End, closing.Trigger.Reason));
        Assert.Equal(ExitReason.TakeProfit, Assert.Single(closing.Raised).Reason);
        Assert.Single(await _desk.TradesAsync());
    }

    private async Task HoldAsync()
    {
        await _desk.HoldAsync(Contracts.Goog, 3, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.12m);
    }

    private async Task TakeProfitAsync()
    {
        await HoldAsync();
        await _desk.SweepAsync();
        await _desk.DrainAsync();
        Assert.Single(_desk.Broker.Tickets);
    }
}
