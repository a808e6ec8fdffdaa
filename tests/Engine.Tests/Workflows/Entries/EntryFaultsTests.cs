using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Entries;

/// <summary>What fails for entries fails for entries alone.</summary>
public sealed class EntryFaultsTests
{
    [Fact]
    public async Task WhenTheEntryClientIsDown_AStopStillCloses()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 2, more: EntryBench.WithPlan));
        desk.Fill(2);
        await desk.RunUntilQuietAsync();
        desk.EntryBroker.Down = "connection refused";
        await desk.TakeAsync(Recommendations.Call(id: "rec-2", contract: "GOOG160115C00760000"));

        desk.Market.Quote(EntryBench.Goog, 0.90m, 0.95m);
        desk.Broker.PriceFills(EntryBench.Goog, 0.90m);
        await desk.SweepAsync(4);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(CloseEnd.Closed, Assert.Single(await desk.ClosingsAsync()).End);
        Assert.Single(desk.EntryBroker.Tickets);
    }

    [Fact]
    public async Task WhenEntriesAreForbiddenAndTheirRowsUnreadable_AStopStillCloses()
    {
        var desk = EntryBench.Desk(with: settings => settings with { AllowedActions = [] });
        desk.Options = desk.Options with { ExternalPositions = Domain.Positions.Management.Managed };
        desk.Restart();
        await desk.HoldAsync(EntryBench.Goog, 2, 2.00m);
        await desk.WriteAsync("/reduce");
        await desk.Ledger.CommitAsync(
            [new Engine.Ports.Ledger.LedgerChange.Insert("entry:bad", "{"), new Engine.Ports.Ledger.LedgerChange.Insert("opening:bad", "{")], default);

        desk.Market.Quote(EntryBench.Goog, 1.20m, 1.25m);
        desk.Broker.PriceFills(EntryBench.Goog, 1.20m);
        await desk.SyncAsync();
        await desk.SweepAsync(4);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(CloseEnd.Closed, Assert.Single(await desk.ClosingsAsync()).End);
    }

    [Fact]
    public async Task WhenTheAnswerNeverComesAndNothingIsThere_TheSameIdIsSentAgainAfterTwoLooks()
    {
        var desk = EntryBench.Desk();
        desk.Broker.Next(new CloseScript.LoseRequest(), new CloseScript.Work());
        await desk.TakeAsync(Recommendations.Call());
        await desk.AdvanceAsync(TimeSpan.FromSeconds(4));
        Assert.Single(desk.EntryBroker.Tickets);

        await desk.AdvanceAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(2, desk.EntryBroker.Tickets.Count);
        Assert.Single(desk.EntryBroker.Tickets.DistinctBy(ticket => ticket.ClientOrderId));
        Assert.Single(desk.Broker.Orders);
    }

    [Fact]
    public async Task WhenACloseWorksInTheContract_TheEntryIsTakenBack()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 3));
        desk.Fill(1);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10));
        desk.Broker.Next(new CloseScript.Work());
        await desk.WriteAsync("/close GOOG");
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        // By the close that it stands in the way of, and by itself, whichever comes first: asked twice, it is cancelled once.
        Assert.Equal(desk.Order().Id, Assert.Single(desk.Broker.Cancels.Distinct()));
        Assert.Equal(EntryEnd.PartlyFilled, (await desk.EntryAsync()).End);
    }

    [Fact]
    public async Task WhenTheBrokerRefuses_ItIsOverAndItsWordsAreTold()
    {
        var desk = EntryBench.Desk();
        desk.Broker.Next(new CloseScript.Refuse(403, 40310000, "insufficient options buying power"));
        await desk.TakeAsync(Recommendations.Call());
        await desk.RunUntilQuietAsync();

        Assert.Equal(EntryEnd.Refused, (await desk.EntryAsync()).End);
        Assert.Contains("insufficient options buying power", desk.Desk.Last, StringComparison.Ordinal);
        Assert.Single(desk.EntryBroker.Tickets);
    }

    [Fact]
    public async Task WhenARecommendationComesByTheQueue_ItIsTakenLikeAnyOther()
    {
        var desk = EntryBench.Desk();
        await SendAsync(desk, "a", Recommendations.Call());
        await SendAsync(desk, "b", Recommendations.Call());

        Assert.Single(desk.EntryBroker.Tickets);
        Assert.Single(await desk.EntriesAsync());
        Assert.Empty(desk.Queue.Dead);
    }

    [Theory]
    [InlineData("{\"recommendationId\":\"<b>\"}", "$.recommendationId")]
    [InlineData("not json", "$")]
    [InlineData("{\"entryId\":1}", "$.entryId")]
    [InlineData("{\"entryId\":\"\\ud800\"}", "$")]
    public async Task WhenTheQueueBringsWhatCannotBeTaken_ItIsAuditedToldAndDone(string body, string path)
    {
        var desk = EntryBench.Desk();
        await SendAsync(desk, "a", body);

        Assert.Empty(await desk.EntriesAsync());
        Assert.Empty(desk.Queue.Dead);
        Assert.Contains("A recommendation was refused", desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains(path, desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains(await desk.AuditAsync(), row => row.Action == "recommendation-refused");
    }

    /// <summary>Telegram refuses a message of more than 4096 characters, and what it refuses the owner never hears of.</summary>
    [Theory]
    [InlineData("quantity", "action", "expiresAt", "contract", "strategy", "notes", "limitPrice", "maximumSlippage")]
    [InlineData("exitPlan")]
    [InlineData()]
    public async Task WhenTheQueueBringsLongNonsense_ItsRefusalFitsAMessage(params string[] names)
    {
        var desk = EntryBench.Desk();
        var members = names.Concat(Enumerable.Range(0, 40).Select(i => $"{i}{new string('n', 700)}")).Select(name => $"\"{name}\": \"{new string('v', 700)}\"");
        await SendAsync(desk, "a", $"{{{string.Join(", ", members)}}}");

        Assert.Contains("A recommendation was refused", desk.Desk.Last, StringComparison.Ordinal);
        Assert.InRange(desk.Desk.Last.Length, 1, LongText.Limit);
    }

    [Fact]
    public async Task WhenTheQueueBringsAnotherWishUnderAKnownId_ItIsRefused()
    {
        var desk = EntryBench.Desk();
        await SendAsync(desk, "a", Recommendations.Call());
        await SendAsync(desk, "b", Recommendations.Call(quantity: 2));

        Assert.Equal(1, (await desk.EntryAsync()).Recommendation.Quantity);
        Assert.Contains("used for another recommendation", desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheStorageDoesNotTakeIt_TheQueueBringsItAgain()
    {
        var desk = EntryBench.Desk();
        desk.Ledger.Faults.FailNextCommit(TestKit.Ledgers.CommitFault.UnknownBeforeCommit);
        await SendAsync(desk, "a", Recommendations.Call());

        Assert.Single(desk.EntryBroker.Tickets);
        Assert.Empty(desk.Queue.Dead);
    }

    [Fact]
    public async Task WhenEntriesFailAtTheBroker_TheirBreakerHoldsThemAndNoClose()
    {
        var desk = EntryBench.Desk(with: settings => settings with { MaximumPerDay = 100, MaximumPerSymbol = 100, MaximumOpenPositions = 100, MaximumPerStrategy = 100, MaximumRiskPerDay = null });
        for (var i = 0; i < 8; i++)
        {
            var contract = $"GOOG160115C007{i}5000";
            desk.Market.Quote(contract, 1.45m, 1.55m);
            desk.Broker.Next(new CloseScript.LoseRequest());
            await desk.TakeAsync(Recommendations.Call(id: $"rec-{i}", contract: contract));
        }

        Assert.Equal(CircuitBreaker.Tolerated + 1, desk.EntryBroker.Tickets.DistinctBy(ticket => ticket.ClientOrderId).Count());
        Assert.Equal(BreakerState.Closed, desk.Get<Engine.Workflows.Closing.CloseBreaker>().StateAt(desk.Now));
    }

    [Fact]
    public async Task WhenTheBrokerDoesNotListWhatFilled_TheOwnerHearsOfItAndItEndsAfterTenMinutes()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call());
        desk.Fill(1);
        desk.Broker.Drop(EntryBench.Goog);
        await desk.AdvanceAsync(EntryBooking.Patience - TimeSpan.FromSeconds(2));
        Assert.DoesNotContain(desk.Desk.Written, card => card.Html.Contains("Still opening", StringComparison.Ordinal));
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Contains(desk.Desk.Written, card => card.Html.Contains("Still opening", StringComparison.Ordinal));
        await desk.AdvanceAsync(EntryBooking.LongestPatience - EntryBooking.Patience - TimeSpan.FromSeconds(30));
        Assert.Null((await desk.EntryAsync()).End);

        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((EntryEnd.Filled, null), ((await desk.EntryAsync()).End, (await desk.EntryAsync()).PositionId));
        Assert.Contains("please look at your account", desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheDoorIsFlooded_TheBrokerIsAskedNothing()
    {
        var desk = EntryBench.Desk(with: settings => settings with { MaximumPending = 50 });
        await desk.SyncAsync();
        var before = desk.Market.Calls.Values.Sum();
        for (var i = 0; i < 50; i++)
        {
            await desk.Get<Dispatcher>().SubmitAsync(Recommendations.Call(id: $"rec-{i}"), "test", CancellationToken.None);
            await desk.Get<Dispatcher>().SubmitAsync("{", "test", CancellationToken.None);
        }

        Assert.Equal(50, (await desk.EntriesAsync()).Count);
        Assert.Equal(before, desk.Market.Calls.Values.Sum());
    }

    [Fact]
    public async Task WhenManyStepAtTheSameTime_EachWaitsForTheOneBefore()
    {
        var desk = EntryBench.Desk();
        await desk.Get<Dispatcher>().SubmitAsync(Recommendations.Call(), "test", CancellationToken.None);
        await desk.Get<Dispatcher>().SubmitAsync(Recommendations.Call(id: "rec-2", contract: "GOOG160115C00760000"), "test", CancellationToken.None);
        var execution = desk.Get<EntryExecution>();
        await execution.RunAsync(new EntryRequest("rec-1"), CancellationToken.None);
        var isOnItsWay = new TaskCompletionSource();
        desk.EntryBroker.BeforeSubmit = () => isOnItsWay.Task;
        var first = execution.RunAsync(new EntryRequest("rec-1"), CancellationToken.None);
        var quotes = desk.Market.Calls["quotes"];
        var second = execution.RunAsync(new EntryRequest("rec-2"), CancellationToken.None);

        Assert.Equal((1, quotes, false), (desk.EntryBroker.Tickets.Count, desk.Market.Calls["quotes"], second.IsCompleted));
        isOnItsWay.SetResult();
        await Task.WhenAll(first, second);
        Assert.True(desk.Market.Calls["quotes"] > quotes, "the second was never judged");
    }

    private static async Task SendAsync(DeskHarness desk, string id, string body)
    {
        await desk.Queue.TrySendAsync(new QueueMessage(QueueNames.EntryRequests, id, body), CancellationToken.None);
        await desk.DrainAsync();
    }
}
