using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Entries;

/// <summary>Asked entries: nothing without a yes, a yes is bound to the price shown, silence opens nothing.</summary>
public sealed class EntryApprovalTests
{
    private const string WithSlippage =
        """{ "recommendationId": "rec-1", "action": "BUY_CALL", "contract": "GOOG160115C00750000", "quantity": 1, "maximumSlippage": 0.05, "expiresAt": "2015-12-22T20:00:00Z" }""";

    [Fact]
    public async Task WhenItAsks_NothingIsSentUntilApproved()
    {
        var desk = EntryBench.Desk(EntryApproval.Ask);
        await desk.TakeAsync(Recommendations.Call(more: EntryBench.WithPlan));
        Assert.Contains("If you do nothing: nothing is opened", desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Most it can lose: -$150.00", desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("breakout &lt;1&gt;", desk.Desk.Last, StringComparison.Ordinal);
        Assert.Empty(desk.EntryBroker.Tickets);

        await desk.PressAsync(desk.Desk.Button("Approve"));

        Assert.Equal(1.50m, Assert.Single(desk.EntryBroker.Tickets).LimitPrice);
        Assert.Contains("approved by Ada", desk.Desk.Toasts[^1], StringComparison.Ordinal);
        Assert.Contains(await desk.AuditAsync(), row => row is { Action: "entry-approved", Who: "Ada <3" });
        desk.Fill(1);
        await desk.RunUntilQuietAsync();
        Assert.Single(desk.Desk.Shown, card => card.Html.Contains("Entry", StringComparison.Ordinal));
        Assert.Equal(EntryEnd.Filled, (await desk.EntryAsync()).End);
    }

    [Fact]
    public async Task WhenRejected_ItIsOverAndASecondTapSaysSo()
    {
        var desk = EntryBench.Desk(EntryApproval.Ask);
        await desk.TakeAsync(Recommendations.Call());
        var (reject, approve) = (desk.Desk.Button("Reject"), desk.Desk.Button("Approve"));
        await desk.PressAsync(reject);
        await desk.PressAsync(approve);

        Assert.Empty(desk.EntryBroker.Tickets);
        Assert.Equal((EntryStatus.Ended, EntryEnd.Declined), ((await desk.EntryAsync()).Status, (await desk.EntryAsync()).End));
        Assert.All(desk.Desk.Toasts, toast => Assert.Contains("rejected by Ada", toast, StringComparison.Ordinal));
        Assert.All(desk.Desk.Shown, card => Assert.Empty(card.Buttons));
    }

    [Fact]
    public async Task WhenApprovedTwice_ItIsSentOnce()
    {
        var desk = EntryBench.Desk(EntryApproval.Ask);
        await desk.TakeAsync(Recommendations.Call());
        var approve = desk.Desk.Button("Approve");
        await desk.PressAsync(approve);
        await desk.PressAsync(approve);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Single(desk.EntryBroker.Tickets);
    }

    [Fact]
    public async Task WhenTheMarketMovedPastTheCard_ItIsAskedAnewAtTheNewPrice()
    {
        var desk = EntryBench.Desk(EntryApproval.Ask);
        await desk.TakeAsync(WithSlippage);
        Assert.Contains("Limit 1.55", desk.Desk.Last, StringComparison.Ordinal);
        desk.Market.Quote(EntryBench.Goog, 1.50m, 1.60m);
        await desk.PressAsync(desk.Desk.Button("Approve"));

        Assert.Empty(desk.EntryBroker.Tickets);
        Assert.Contains("moved past 1.55", desk.Desk.Toasts[^1], StringComparison.Ordinal);
        Assert.Contains("Limit 1.60", desk.Desk.Last, StringComparison.Ordinal);
        await desk.PressAsync(desk.Desk.Button("Approve"));
        Assert.Equal(1.60m, Assert.Single(desk.EntryBroker.Tickets).LimitPrice);
    }

    [Theory]
    [InlineData(EntryApproval.Ask)]
    [InlineData(EntryApproval.AskThenLapse)]
    public async Task WhenItIsAskedAnewAfterATap_TheNewCardLapsesWhenItSays(EntryApproval approval)
    {
        var desk = EntryBench.Desk(approval);
        await desk.TakeAsync(WithSlippage);
        var first = Assert.Single(await desk.ApprovalsAsync());
        await desk.AdvanceAsync(TimeSpan.FromMinutes(9));
        desk.Market.Quote(EntryBench.Goog, 1.50m, 1.60m);
        await desk.PressAsync(desk.Desk.Button("Approve"));
        var second = Assert.Single(await desk.ApprovalsAsync(), card => card.Status == ApprovalStatus.Open);

        Assert.Equal(second.AskedAt + desk.Entries.ApprovalPatience, second.LapsesAt);
        Assert.Contains($"lapses at {Engine.Market.NewYork.ShortClock(second.LapsesAt, second.AskedAt)}", desk.Desk.Last, StringComparison.Ordinal);
        await desk.AdvanceAsync(second.LapsesAt - TimeSpan.FromSeconds(1) - desk.Now);
        Assert.True(desk.Now > first.LapsesAt);
        await desk.PressAsync(desk.Desk.Button("Approve"));
        Assert.Equal(1.60m, Assert.Single(desk.EntryBroker.Tickets).LimitPrice);
    }

    [Fact]
    public async Task WhenTheCardThatWasAskedAnewLapses_SoDoesTheEntry()
    {
        var desk = EntryBench.Desk(EntryApproval.AskThenLapse);
        await desk.TakeAsync(WithSlippage);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(9));
        desk.Market.Quote(EntryBench.Goog, 1.50m, 1.60m);
        await desk.PressAsync(desk.Desk.Button("Approve"));
        var second = Assert.Single(await desk.ApprovalsAsync(), card => card.Status == ApprovalStatus.Open);
        await desk.AdvanceAsync(second.LapsesAt - TimeSpan.FromSeconds(1) - desk.Now);
        Assert.Null((await desk.EntryAsync()).End);

        await desk.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(EntryEnd.Lapsed, (await desk.EntryAsync()).End);
        Assert.Equal("approved at 1.55 when the market had passed that; asked anew at the new price, nobody approved it in time", (await desk.EntryAsync()).Note);
        Assert.Contains(desk.Desk.Shown, card => card.Html.Contains("Ada &lt;3 approved it at 1.55, and the market had moved past that. Asked anew below at 1.60", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenTheMarketCameNearer_TheOrderIsNoWorseThanTheMarketNeeds()
    {
        var desk = EntryBench.Desk(EntryApproval.Ask);
        await desk.TakeAsync(WithSlippage);
        desk.Market.Quote(EntryBench.Goog, 1.40m, 1.50m);
        await desk.PressAsync(desk.Desk.Button("Approve"));

        Assert.Equal(1.50m, Assert.Single(desk.EntryBroker.Tickets).LimitPrice);
    }

    [Theory]
    [InlineData(EntryApproval.Ask, 2, null)]
    [InlineData(EntryApproval.AskThenLapse, 1, EntryEnd.Lapsed)]
    public async Task WhenNobodyAnswers_AskAsksAgainAndAskThenLapseLapses(EntryApproval approval, int cards, EntryEnd? end)
    {
        var desk = EntryBench.Desk(approval);
        await desk.TakeAsync(Recommendations.Call());
        await desk.AdvanceAsync(TimeSpan.FromSeconds(599));
        Assert.Single(await desk.ApprovalsAsync());
        await desk.AdvanceAsync(TimeSpan.FromSeconds(2));
        await desk.DrainAsync();

        Assert.Equal(cards, (await desk.ApprovalsAsync()).Count);
        Assert.Equal(end, (await desk.EntryAsync()).End);
        Assert.Equal(end is null ? 1 : 0, desk.Desk.Shown.Count(card => card.Buttons.Count > 0));
        Assert.Empty(desk.EntryBroker.Tickets);
    }

    [Fact]
    public async Task WhenNobodyAnswersUntilItExpires_ItLapses()
    {
        var desk = EntryBench.Desk(EntryApproval.Ask);
        await desk.TakeAsync(Recommendations.Call(expiresAt: "2015-12-22T15:25:00Z"));
        var first = desk.Desk.Button("Approve");
        await desk.AdvanceAsync(TimeSpan.FromMinutes(26));

        Assert.Equal(3, (await desk.ApprovalsAsync()).Count);
        Assert.All(await desk.ApprovalsAsync(), card => Assert.NotEqual(ApprovalStatus.Open, card.Status));
        Assert.Equal(EntryEnd.Lapsed, (await desk.EntryAsync()).End);
        await desk.PressAsync(first);
        Assert.Empty(desk.EntryBroker.Tickets);
        Assert.All(desk.Desk.Shown, card => Assert.Empty(card.Buttons));
    }

    /// <summary>The last card of a day lapses with its last entry time, and the next one is asked in the next entry window.</summary>
    [Fact]
    public async Task WhenTheLastCardOfADayLapses_ItSaysSoAndIsAskedAgainInTheNextWindow()
    {
        var desk = EntryBench.Desk(EntryApproval.Ask);
        await desk.TakeAsync(Recommendations.Call(expiresAt: "2015-12-23T20:00:00Z"));
        while (desk.Now < (await desk.EntryAsync()).LapsesAt || Domain.Entries.EntrySettings.Default.LastEntry > Engine.Market.NewYork.TimeOf(desk.Now))
        {
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        var last = (await desk.ApprovalsAsync()).MaxBy(card => card.AskedAt)!;
        Assert.Null((await desk.EntryAsync()).End);
        Assert.Equal(ApprovalStatus.Lapsed, last.Status);
        Assert.All(desk.Desk.Shown, card => Assert.Empty(card.Buttons));
        await desk.WriteAsync("/status");
        Assert.DoesNotContain("awaits your answer", desk.Desk.Last, StringComparison.Ordinal);

        await desk.AdvanceAsync((await desk.EntryAsync()).NextAt - desk.Now);
        await desk.DrainAsync();

        Assert.Equal(ApprovalStatus.Open, (await desk.ApprovalsAsync()).MaxBy(card => card.AskedAt)!.Status);
    }

    [Fact]
    public async Task WhenAnsweredByItsIdOrNotKnown_ItDoesTheSameOrSaysNothing()
    {
        var desk = EntryBench.Desk(EntryApproval.Ask);
        await desk.TakeAsync(Recommendations.Call());
        var answers = desk.Get<EntryAnswers>();

        Assert.Null(await answers.AnswerAsync("rec-2", true, "Ada", default));
        Assert.Contains("approved by Ada", await answers.AnswerAsync("rec-1", true, "Ada", default), StringComparison.Ordinal);
        await desk.DrainAsync();
        Assert.Single(desk.EntryBroker.Tickets);
        Assert.NotNull(await answers.AnswerAsync("rec-1", false, "Ada", default));
        Assert.Null((await desk.EntryAsync()).End);
    }

    [Fact]
    public async Task WhenTheApprovalsMessageIsLost_SettlementGoesOn()
    {
        var desk = EntryBench.Desk(EntryApproval.Ask);
        await desk.TakeAsync(Recommendations.Call());
        await desk.Get<EntryAnswers>().AnswerAsync("rec-1", true, "Ada", default);
        desk.Queue.Forget();
        await desk.AdvanceAsync(TimeSpan.FromSeconds(31));
        Assert.Empty(desk.EntryBroker.Tickets);

        await desk.SettleAsync();
        await desk.DrainAsync();

        Assert.Single(desk.EntryBroker.Tickets);
    }
}
