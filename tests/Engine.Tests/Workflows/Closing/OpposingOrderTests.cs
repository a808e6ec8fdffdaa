using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Tests.Workflows.Entries;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>A stop meets an order on its other side, beside which the broker refuses it as a trade with oneself.</summary>
public sealed class OpposingOrderTests
{
    [Fact]
    public async Task WhenTheRestOfAnEntryWorksAndItsClientIsDown_TheStopCancelsItAndIsNeverRefused()
    {
        var desk = await EnteredAsync();
        desk.EntryBroker.Down = "503";
        await FallAsync(desk);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal((EntryBench.Goog, 1m), Assert.Single(desk.Broker.Closes));
        Assert.Equal(OrderStatus.Canceled, desk.Order().Status);
        Assert.Equal([desk.Order().Id], desk.Broker.Cancels);
        desk.EntryBroker.Down = null;
        await desk.RunUntilQuietAsync();
        var closing = Assert.Single(await desk.ClosingsAsync());
        Assert.Equal((CloseEnd.Closed, 0), (closing.End, closing.Failures));
        Assert.Empty(closing.Displaced);
        Assert.Equal((EntryEnd.PartlyFilled, 1m), ((await desk.EntryAsync()).End, (await desk.EntryAsync()).FilledQuantity));
        Assert.Equal(1, desk.Broker.Orders.Count(order => order.Side == OrderSide.Buy));
        Assert.Contains(await desk.AuditAsync(), row => row.Action == "order-cancelled" && row.Text.Contains("an entry makes way", StringComparison.Ordinal));
        Assert.DoesNotContain(desk.Desk.Shown, card => card.Html.Contains("resting order", StringComparison.Ordinal) || card.Html.Contains("other side", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenTheEntryFillsWhileItIsCancelled_WhatWasBoughtIsClosedToo()
    {
        var desk = await EnteredAsync();
        desk.EntryBroker.Down = "503";
        desk.Broker.ConfirmsCancels = false;
        await FallAsync(desk);
        Assert.Equal([desk.Order().Id], desk.Broker.Cancels.Distinct());
        desk.Fill(1);
        desk.Broker.End(desk.Order().Id, OrderStatus.Canceled);
        for (var i = 0; i < 6; i++)
        {
            await desk.SyncAsync();
            await desk.SweepAsync(2);
        }

        desk.EntryBroker.Down = null;
        await desk.RunUntilQuietAsync();
        Assert.Equal([1m, 1m], desk.Broker.Fills.Where(fill => fill.Side == OrderSide.Sell).Select(fill => fill.Quantity));
        Assert.All(await desk.ClosingsAsync(), closing => Assert.Equal(CloseEnd.Closed, closing.End));
        Assert.All(await desk.PositionsAsync(), position => Assert.Equal((PositionStatus.Closed, "rec-1"), (position.Status, position.OpenedBy)));
    }

    [Fact]
    public async Task WhenNobodyConfirmsTheCancel_TheStopIsTriedAllTheSame()
    {
        var desk = await EnteredAsync();
        desk.EntryBroker.Down = "503";
        desk.Broker.ConfirmsCancels = false;
        await FallAsync(desk);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.NotEmpty(desk.Broker.Closes);
        desk.Broker.End(desk.Order().Id, OrderStatus.Canceled);
        await desk.RunUntilQuietAsync();

        Assert.Equal(CloseEnd.Closed, Assert.Single(await desk.ClosingsAsync()).End);
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(12, 1)]
    public async Task WhenNothingCanBeRead_AnEntryHoldsTheStopBackForTenSecondsOnly(int seconds, int closes)
    {
        var desk = await EnteredAsync();
        desk.EntryBroker.Down = "503";
        desk.Broker.ReadFailure = "500";
        desk.Market.Quote(EntryBench.Goog, 1.00m, 1.02m);
        await desk.SweepAsync();
        while ((await desk.ClosingsAsync()).Count == 0)
        {
            await desk.AdvanceAsync(TimeSpan.FromSeconds(15));
            await desk.SweepAsync();
        }

        await desk.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        Assert.Equal(closes, desk.Broker.Closes.Count);
    }

    [Theory]
    [InlineData("/mode monitor")]
    [InlineData("/halt")]
    public async Task WhenNothingMayBeSent_TheEntrysOrderIsLeftToItsOwnProtocol(string command)
    {
        var desk = await EnteredAsync();
        desk.EntryBroker.Down = "503";
        await desk.WriteAsync(command);
        if (command == "/halt")
        {
            await desk.PressAsync(desk.Desk.Button("Halt trading"));
        }

        await FallAsync(desk);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(desk.Broker.Cancels);
        Assert.Empty(desk.Broker.Closes);
    }

    [Fact]
    public async Task WhenItIsTheOwners_ItIsCancelledToldAndNotSentAgain()
    {
        var desk = new DeskHarness();
        await desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        desk.Broker.RestAt(Contracts.Goog, OrderSide.Buy, 1, 1.00m);
        desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        await desk.SweepAsync(3);
        await desk.RunUntilQuietAsync();

        Assert.Equal(["order-0001"], desk.Broker.Cancels);
        Assert.Equal(CloseEnd.Closed, Assert.Single(await desk.ClosingsAsync()).End);
        Assert.Single(desk.Desk.Shown, card => card.Html.Contains("<b>Your order on the other side is cancelled</b>", StringComparison.Ordinal));
        Assert.Empty(desk.Broker.Tickets);
    }

    [Fact]
    public async Task WhenTheCloseIsWithdrawn_TheOwnerHearsThatHisBuyIsNotSentAgain()
    {
        var desk = new DeskHarness();
        await desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        desk.Broker.RestAt(Contracts.Goog, OrderSide.Buy, 1, 1.00m);
        desk.Broker.ConfirmsCancels = false;
        desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        await desk.SweepAsync(3);
        await desk.WriteAsync("/mode monitor");
        desk.Broker.End("order-0001", OrderStatus.Canceled);
        await desk.RunUntilQuietAsync();

        Assert.Empty(desk.Broker.Tickets);
        Assert.Single(desk.Desk.Shown, card => card.Html.Contains("is not put back", StringComparison.Ordinal));
    }

    // Two of GOOG at 1.50, one of them filled and guarded: the other still works.
    private static async Task<DeskHarness> EnteredAsync()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 2, more: EntryBench.WithPlan));
        desk.Fill(1);
        await desk.SyncAsync();
        return desk;
    }

    private static async Task FallAsync(DeskHarness desk)
    {
        desk.Market.Quote(EntryBench.Goog, 1.00m, 1.02m);
        desk.Broker.PriceFills(EntryBench.Goog, 1.00m);
        await desk.SweepAsync(3);
    }
}
