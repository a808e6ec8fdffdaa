using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Entries;

/// <summary>From a recommendation to a position with its plan, and out again by its plan.</summary>
public sealed class EntryFlowTests
{
    [Fact]
    public async Task WhenAllGatesPassAndItActs_OneLimitOrderOpensAndThePositionHasItsPlan()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 2, more: EntryBench.WithPlan));
        var ticket = Assert.Single(desk.EntryBroker.Tickets);
        Assert.Equal((1.50m, 2m, TimeInForce.Day), (ticket.LimitPrice, ticket.Quantity, ticket.TimeInForce));
        Assert.Equal(OrderLeg.Of(EntryBench.Goog, PositionIntent.BuyToOpen), Assert.Single(ticket.Legs));
        Assert.StartsWith("xe-", ticket.ClientOrderId, StringComparison.Ordinal);

        desk.Fill(2, 1.49m);
        await desk.RunUntilQuietAsync();

        var position = await desk.PositionAsync(EntryBench.Goog);
        Assert.Equal((PositionStatus.Open, Management.Managed, "rec-1", "swing"), (position.Status, position.Management, position.OpenedBy, position.Strategy));
        Assert.Equal((2m, 1.49m, true), (position.Quantity, position.EntryPrice, position.HasOwnEntry));
        Assert.Equal(("breakout <1>", desk.Now.Date), (position.EntryNotes, position.OpenedAt!.Value.Date));
        Assert.Equal(0.3m, desk.Get<ExitPlanBook>().PlanFor(position).StopLoss.DebitLoss);
        var entry = await desk.EntryAsync();
        Assert.Equal((EntryEnd.Filled, position.Id, 2m), (entry.End, entry.PositionId, entry.BookedQuantity));
        Assert.Contains("filled 2 of 2 at 1.49", desk.Desk.Last, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await desk.Ledger.ListAsync(LedgerKeys.Openings, default));
        Assert.Empty(await desk.OutboxAsync());
    }

    [Fact]
    public async Task WhenItsPlanFires_ThePositionIsClosedByIt()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 2, more: EntryBench.WithPlan));
        desk.Fill(2);
        await desk.RunUntilQuietAsync();

        // 30 % of 1.50 are 0.45: at 1.10 it holds, at 1.05 it does not.
        desk.Market.Quote(EntryBench.Goog, 1.10m, 1.15m);
        await desk.SweepAsync(4);
        Assert.Empty(await desk.ClosingsAsync());
        desk.Market.Quote(EntryBench.Goog, 1.05m, 1.10m);
        desk.Broker.PriceFills(EntryBench.Goog, 1.05m);
        await desk.SweepAsync(4);
        await desk.RunUntilQuietAsync();

        var closing = Assert.Single(await desk.ClosingsAsync());
        Assert.Equal((CloseEnd.Closed, ExitReason.StopLoss, -90.00m), (closing.End, closing.Trigger.Reason, closing.RealizedPnl));
    }

    [Fact]
    public async Task WhenASyncSeesItBeforeItIsBooked_ItIsFoundWithItsPlan()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 2, more: EntryBench.WithPlan));
        desk.Fill(1);

        await desk.SyncAsync();

        var found = await desk.PositionAsync(EntryBench.Goog);
        Assert.Equal((Management.Managed, "rec-1", 1m), (found.Management, found.OpenedBy, found.Quantity));
        Assert.Equal(0, (await desk.EntryAsync()).BookedQuantity);
        Assert.DoesNotContain(desk.Desk.Written, card => card.Html.Contains("did not open", StringComparison.Ordinal));
        desk.Fill(1);
        await desk.SyncAsync();
        await desk.RunUntilQuietAsync();
        var position = Assert.Single(await desk.PositionsAsync());
        Assert.Equal((found.Id, 2m, "swing", true), (position.Id, position.Quantity, position.Strategy, position.HasOwnEntry));
        Assert.Equal(EntryEnd.Filled, (await desk.EntryAsync()).End);
    }

    [Fact]
    public async Task WhenItFillsInPartsAtTwoPrices_TheEntryIsThatOfItsFills()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 3));
        desk.Fill(1, 1.45m);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(1, (await desk.EntryAsync()).BookedQuantity);
        desk.Fill(2, 1.50m);
        await desk.RunUntilQuietAsync();

        var position = Assert.Single(await desk.PositionsAsync());
        Assert.Equal((3m, ((1.45m * 1) + (1.50m * 2)) / 3), (position.Quantity, position.EntryPrice));
    }

    [Fact]
    public async Task WhenItExpiresHalfFilled_TheRestIsCancelledAndTheHalfKeepsItsPlan()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 2, expiresAt: "2015-12-22T15:10:00Z", more: EntryBench.WithPlan));
        desk.Fill(1);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(599));
        Assert.Empty(desk.EntryBroker.Cancels);

        await desk.RunUntilQuietAsync();

        Assert.Equal(desk.Order().Id, Assert.Single(desk.EntryBroker.Cancels));
        Assert.Equal((EntryEnd.PartlyFilled, 1m), ((await desk.EntryAsync()).End, (await desk.EntryAsync()).FilledQuantity));
        var position = await desk.PositionAsync(EntryBench.Goog);
        Assert.Equal((1m, "rec-1", true), (position.Quantity, position.OpenedBy, position.HasOwnEntry));
    }

    [Fact]
    public async Task WhenNothingFills_ItLapsesAtTheLastEntryTime()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(expiresAt: "2015-12-23T20:00:00Z"));
        await desk.AdvanceAsync(TimeSpan.FromHours(5.5) - TimeSpan.FromSeconds(31));
        Assert.Empty(desk.EntryBroker.Cancels);

        await desk.RunUntilQuietAsync();

        Assert.Equal((EntryEnd.Lapsed, 1), ((await desk.EntryAsync()).End, desk.EntryBroker.Cancels.Count));
        Assert.Empty(await desk.PositionsAsync());
        Assert.Empty(await desk.Ledger.ListAsync(LedgerKeys.Openings, default));
    }

    [Fact]
    public async Task WhenGatesRefuse_EveryReasonIsStoredToldAndAudited()
    {
        var desk = EntryBench.Desk(with: settings => settings with { AllowedActions = [], MaximumContracts = 1, MaximumDaysToExpiration = 20 });
        await desk.TakeAsync(Recommendations.Call(quantity: 2));

        var entry = await desk.EntryAsync();
        Assert.Equal((EntryStatus.Ended, EntryEnd.Refused), (entry.Status, entry.End));
        Assert.Equal(["allowed actions", "quantity", "days to expiration"], entry.Verdict!.Refusals.Select(finding => finding.Gate));
        Assert.Equal(22, entry.Verdict.Findings.Count);
        Assert.All(entry.Verdict.Refusals, finding => Assert.Contains(Html.Escape(finding.Reason), desk.Desk.Last, StringComparison.Ordinal));
        Assert.Contains("If you do nothing: nothing is opened", desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains(await desk.AuditAsync(), row => row is { Action: "entry-refused", Subject: "rec-1" });
        Assert.Empty(desk.EntryBroker.Tickets);
    }

    [Theory]
    [InlineData("/mode monitor", null)]
    [InlineData("/reduce", null)]
    [InlineData("/halt", "Halt trading")]
    public async Task WhenEntriesAreSwitchedOff_NothingIsSentAndWhatWorksIsCancelled(string command, string? confirm)
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call());
        await desk.WriteAsync(command);
        if (confirm is not null)
        {
            await desk.PressAsync(desk.Desk.Button(confirm));
        }

        await desk.TakeAsync(Recommendations.Call(id: "rec-2", contract: "GOOG160115C00760000"));
        await desk.RunUntilQuietAsync();

        Assert.Single(desk.EntryBroker.Tickets);
        Assert.Equal(OrderStatus.Canceled, desk.Order().Status);
        Assert.Equal([EntryEnd.Lapsed, EntryEnd.Refused], (await desk.EntriesAsync()).Select(entry => entry.End!.Value));
    }

    [Fact]
    public async Task WhenFactsCannotBeRead_NothingIsSentUntilTheyCan()
    {
        var desk = EntryBench.Desk();
        desk.Market.Failing.Add("quotes");
        await desk.TakeAsync(Recommendations.Call());
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(desk.EntryBroker.Tickets);

        desk.Market.Failing.Clear();
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Single(desk.EntryBroker.Tickets);
    }

    [Theory]
    [InlineData(68, 0)]
    [InlineData(69, 1)]
    public async Task WhenOnlyTheCallsOfClosesAreLeft_EntriesWait(int left, int sent)
    {
        var desk = EntryBench.Desk();
        desk.Broker.Budget.ChangesLeft = left;
        await desk.TakeAsync(Recommendations.Call());

        Assert.Equal(sent, desk.EntryBroker.Tickets.Count);
        Assert.Equal(sent > 0, desk.Market.Calls.GetValueOrDefault("quotes") > 0);
        desk.Broker.Budget.ChangesLeft = null;
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Single(desk.EntryBroker.Tickets);
    }
}
