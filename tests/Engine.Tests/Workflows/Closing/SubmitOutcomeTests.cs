using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

public sealed class SubmitOutcomeTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenTheAnswerIsLostAfterTheFill_NothingIsSentAgain()
    {
        await CloseAsync(new CloseScript.FillUntold());
        await _desk.RunUntilQuietAsync();

        Assert.Single(_desk.Broker.Closes);
        await AssertClosedAsync();
    }

    [Fact]
    public async Task WhenTheRequestIsLost_ItIsSentAgainOnlyAfterTwoLooks()
    {
        await CloseAsync(new CloseScript.LoseRequest());
        var sentAt = _desk.Now;
        while (_desk.Broker.Closes.Count < 2 && _desk.Now - sentAt < TimeSpan.FromMinutes(2))
        {
            await _desk.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        Assert.True(_desk.Now - sentAt >= CloseLimits.BetweenLooks, $"{_desk.Now - sentAt}");
        await _desk.RunUntilQuietAsync();
        Assert.Equal(2, _desk.Broker.Closes.Count);
        await AssertClosedAsync();
    }

    [Fact]
    public async Task WhenRefused_ItLooksAndTriesAgain()
    {
        await CloseAsync(new CloseScript.Refuse(422, 42210000, "market is <paused>"));
        await _desk.RunUntilQuietAsync();

        Assert.Equal(2, _desk.Broker.Closes.Count);
        await AssertClosedAsync();
        Assert.Contains(await _desk.AuditAsync(), row => row.Action == "order-refused");
    }

    [Fact]
    public async Task WhenRefusedTenTimes_ItGoesOnOnceAMinuteAndSaysSo()
    {
        await CloseAsync([.. Enumerable.Repeat(new CloseScript.Refuse(422, null, "paused <now>"), 12)]);
        await _desk.RunUntilQuietAsync(10);

        Assert.Equal(13, _desk.Broker.Closes.Count);
        Assert.Contains(_desk.Desk.Written, card => card.Html.Contains("Still closing", StringComparison.Ordinal));
        Assert.DoesNotContain(_desk.Desk.Written, card => card.Html.Contains("<now>", StringComparison.Ordinal));
        await AssertClosedAsync();
    }

    [Fact]
    public async Task WhenRateLimited_ItWaitsAsLongAsTold()
    {
        await CloseAsync(new CloseScript.LimitRate(TimeSpan.FromSeconds(7)));
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(6));
        Assert.Single(_desk.Broker.Closes);

        await _desk.AdvanceAsync(TimeSpan.FromSeconds(3));
        Assert.Equal(2, _desk.Broker.Closes.Count);
        await AssertClosedAsync();
    }

    [Fact]
    public async Task WhenRejectedLater_ItIsTriedAgain()
    {
        await CloseAsync(new CloseScript.RejectLater());
        await _desk.RunUntilQuietAsync();

        Assert.Equal(2, _desk.Broker.Closes.Count);
        await AssertClosedAsync();
    }

    [Fact]
    public async Task WhenTheOwnersOrderHoldsTheQuantity_ItIsCancelledAuditedAndTold()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        var resting = _desk.Broker.Rest(Contracts.Goog, OrderSide.Sell, 2);
        await _desk.WriteAsync("/close GOOG");
        await _desk.RunUntilQuietAsync();

        Assert.Equal([resting.Id], _desk.Broker.Cancels);
        Assert.Contains(await _desk.AuditAsync(), row => row.Action == "order-cancelled");
        Assert.Contains(_desk.Desk.Written, card => card.Html.Contains(resting.Id, StringComparison.Ordinal));
        await AssertClosedAsync();
    }

    [Fact]
    public async Task WhenClosedElsewhereMeanwhile_ItIsOvertakenWithTheForeignTrade()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Broker.PriceFills(Contracts.Goog, 1.90m);
        _desk.Broker.CloseElsewhere(Contracts.Goog, 2);
        await _desk.WriteAsync("/close GOOG");
        await _desk.RunUntilQuietAsync();

        Assert.Equal(CloseEnd.Overtaken, Assert.Single(await _desk.ClosingsAsync()).End);
        Assert.Equal(-20m, Assert.Single(await _desk.TradesAsync()).RealizedPnl);
        Assert.Equal(PositionStatus.ClosedElsewhere, (await _desk.PositionAsync(Contracts.Goog)).Status);
    }

    private async Task AssertClosedAsync()
    {
        Assert.Equal(CloseEnd.Closed, Assert.Single(await _desk.ClosingsAsync()).End);
        Assert.Equal(2, Assert.Single(await _desk.TradesAsync()).Quantity);
        Assert.Equal(2, _desk.Broker.Fills.Sum(fill => fill.Quantity));
    }

    private async Task CloseAsync(params CloseScript[] scripts)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        _desk.Broker.Next(scripts);
        await _desk.WriteAsync("/close GOOG");
    }
}
