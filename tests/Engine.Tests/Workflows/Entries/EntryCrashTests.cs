using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Entries;

/// <summary>Whatever happens between two effects, one recommendation is one order, and what it filled is one position with its plan.</summary>
public sealed class EntryCrashTests
{
    private const int MostEffects = 150;

    public static TheoryData<string> Scripts => ["fill", "untold", "lost", "refused", "rejected", "asked"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task WhenTheProcessEndsAfterAnyEffect_TheNextOneFinishes(string script)
    {
        for (var effect = 1; effect <= MostEffects; effect++)
        {
            var desk = Scripted(script);
            desk.Effects.CrashAfter(effect);
            var crashed = await CrashesAsync(desk, script);
            desk.Restart();
            await FinishAsync(desk, script);
            await AssertOnceAsync(desk, script, $"{script}, crash after effect {effect}");
            if (!crashed)
            {
                Assert.True(effect > 8, "too few effects: the crash never happened");
                return;
            }
        }

        Assert.Fail($"The entry never came to an end within {MostEffects} effects.");
    }

    [Theory]
    [InlineData(CommitFault.Conflict)]
    [InlineData(CommitFault.UnknownBeforeCommit)]
    [InlineData(CommitFault.UnknownAfterCommit)]
    public async Task WhenAnyCommitGoesWrong_ItIsOpenedOnce(CommitFault fault)
    {
        for (var commit = 0; commit < 20; commit++)
        {
            var desk = Scripted("fill");
            for (var i = 0; i < commit; i++)
            {
                desk.Ledger.Faults.PassNextCommit();
            }

            desk.Ledger.Faults.FailNextCommit(fault);
            await desk.TakeAsync(Recommendations.Call(quantity: 2, more: EntryBench.WithPlan));
            await FinishAsync(desk, "fill");
            await AssertOnceAsync(desk, "fill", $"{fault} at commit {commit}");
        }
    }

    [Theory]
    [InlineData("doubled")]
    [InlineData("lost")]
    [InlineData("refused")]
    [InlineData("reversed")]
    public async Task WhenTheQueueMisbehaves_ItIsOpenedOnce(string how)
    {
        var desk = Scripted("untold");
        (desk.Queue.Doubles, desk.Queue.Loses, desk.Queue.Refuses, desk.Queue.Reverses) = (how == "doubled", how == "lost", how == "refused", how == "reversed");
        await desk.TakeAsync(Recommendations.Call(quantity: 2, more: EntryBench.WithPlan));
        await desk.AdvanceAsync(TimeSpan.FromSeconds(1));
        (desk.Queue.Loses, desk.Queue.Refuses) = (false, false);
        await FinishAsync(desk, "untold");
        await AssertOnceAsync(desk, "untold", how);
    }

    [Fact]
    public async Task WhenTwoInstancesStepAtOnce_OnlyOneSends()
    {
        var desk = Scripted("fill");
        await using var other = desk.Start();
        desk.EntryBroker.BeforeSubmit = async () =>
        {
            desk.EntryBroker.BeforeSubmit = null;
            await other.GetRequiredService<EntryExecution>().RunAsync(new EntryRequest("rec-1"), CancellationToken.None);
        };
        await desk.TakeAsync(Recommendations.Call(quantity: 2, more: EntryBench.WithPlan));
        await FinishAsync(desk, "fill");

        Assert.Single(desk.EntryBroker.Tickets);
        await AssertOnceAsync(desk, "fill", "two instances");
    }

    [Fact]
    public async Task WhenTwoEntriesFitIntoALimitAloneButNotTogether_OnlyOneIsSent()
    {
        var desk = EntryBench.Desk(with: settings => settings with { MaximumRiskPerDay = 200 });
        desk.Market.Quote("GOOG160115C00760000", 1.45m, 1.55m);
        await using var other = desk.Start();
        await desk.Get<Dispatcher>().SubmitAsync(Recommendations.Call(), "test", default);
        await desk.Get<Dispatcher>().SubmitAsync(Recommendations.Call(id: "rec-2", contract: "GOOG160115C00760000"), "test", default);
        desk.EntryBroker.BeforeSubmit = async () =>
        {
            desk.EntryBroker.BeforeSubmit = null;
            await other.GetRequiredService<EntryExecution>().RunAsync(new EntryRequest("rec-2"), CancellationToken.None);
            await other.GetRequiredService<EntryExecution>().RunAsync(new EntryRequest("rec-2"), CancellationToken.None);
        };
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.True(desk.EntryBroker.Tickets.Count <= 1, "both were sent");
        Assert.Contains(await desk.EntriesAsync(), entry => entry.End == EntryEnd.Refused);
    }

    private static DeskHarness Scripted(string script)
    {
        var desk = EntryBench.Desk(script == "asked" ? EntryApproval.Ask : EntryApproval.Act);
        desk.Broker.Next(script switch
        {
            "untold" => [new CloseScript.FillUntold()],
            "lost" => [new CloseScript.LoseRequest(), new CloseScript.Fill()],
            "refused" => [.. Enumerable.Repeat(new CloseScript.Refuse(403, 40310000, "insufficient options buying power"), 2)],
            "rejected" => [new CloseScript.RejectLater()],
            _ => [new CloseScript.Fill()],
        });
        return desk;
    }

    private static async Task<bool> CrashesAsync(DeskHarness desk, string script)
    {
        try
        {
            await desk.TakeAsync(Recommendations.Call(quantity: 2, more: EntryBench.WithPlan));
            await ApproveAsync(desk, script);
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }

    // Whoever got no answer sends the same again, and whoever sees a button presses it.
    private static async Task FinishAsync(DeskHarness desk, string script)
    {
        await desk.TakeAsync(Recommendations.Call(quantity: 2, more: EntryBench.WithPlan));
        for (var i = 0; i < 3; i++)
        {
            await desk.AdvanceAsync(TimeSpan.FromSeconds(40));
            await desk.SettleAsync();
            await desk.DrainAsync();
            await ApproveAsync(desk, script);
        }

        await desk.RunUntilQuietAsync();
    }

    private static async Task ApproveAsync(DeskHarness desk, string script)
    {
        if (script == "asked" && (await desk.EntriesAsync()).Any(entry => entry.Status == EntryStatus.AwaitingApproval))
        {
            await desk.Get<EntryAnswers>().AnswerAsync("rec-1", true, "Ada", CancellationToken.None);
            await desk.DrainAsync();
        }
    }

    private static async Task AssertOnceAsync(DeskHarness desk, string script, string how)
    {
        var entry = await desk.EntryAsync();
        var fills = script is not ("refused" or "rejected");
        // Refused at a repeat, it may be there after all: then nobody can tell, and says so.
        Assert.True(fills ? entry.End == EntryEnd.Filled : entry.End == EntryEnd.Refused || (entry.End == EntryEnd.GivenUp && entry.Attempt!.IsAfterUnheard), $"{how}: {entry.End} {entry.Note}");
        Assert.True(desk.Broker.Orders.Count <= 1, $"{how}: {desk.Broker.Orders.Count} orders");
        Assert.True(desk.EntryBroker.Tickets.DistinctBy(ticket => ticket.ClientOrderId).Count() <= 1, $"{how}: several ids");
        Assert.True(desk.Broker.Fills.Sum(fill => fill.Quantity) == (fills ? 2 : 0), how);
        var positions = await desk.PositionsAsync();
        Assert.True(positions.Count == (fills ? 1 : 0), $"{how}: {positions.Count} positions");
        Assert.All(positions, position => Assert.True(
            position is { OpenedBy: "rec-1", Strategy: "swing", Quantity: 2, EntryPrice: 1.50m, HasOwnEntry: true } && position.Id == entry.PositionId, $"{how}: {position}"));
        Assert.True((await desk.OutboxAsync()).Count == 0, $"{how}: something stays in the outbox");
        // What may have been opened after all is found with its plan, however late.
        Assert.True((await desk.Ledger.ListAsync("opening:", default)).Count == (entry.End == EntryEnd.GivenUp ? 1 : 0), $"{how}: {entry.End}, and an opening stays, or none");
    }
}
