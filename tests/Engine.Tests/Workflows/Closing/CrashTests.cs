using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>Whatever happens between two effects, exactly one position's worth is sold and one trade row is written.</summary>
public sealed class CrashTests
{
    public static TheoryData<string> Scripts => ["fill", "untold", "lost", "refused", "rejected"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task WhenTheProcessEndsAfterAnyEffect_TheNextOneFinishes(string script)
    {
        for (var effect = 1; effect <= 60; effect++)
        {
            var desk = await StoppedOutAsync(script);
            desk.Effects.CrashAfter(effect);
            var crashed = await RunAsync(desk);
            desk.Restart();
            await desk.RunUntilQuietAsync();
            await AssertClosedOnceAsync(desk, $"{script}, crash after effect {effect}");
            if (!crashed)
            {
                Assert.True(effect > 8, "too few effects: the crash never happened");
                return;
            }
        }

        Assert.Fail("The close never came to an end within 60 effects.");
    }

    [Theory]
    [InlineData(CommitFault.Conflict)]
    [InlineData(CommitFault.UnknownBeforeCommit)]
    [InlineData(CommitFault.UnknownAfterCommit)]
    public async Task WhenAnyCommitGoesWrong_ItIsClosedOnce(CommitFault fault)
    {
        for (var commit = 0; commit < 20; commit++)
        {
            var desk = await StoppedOutAsync("fill");
            for (var i = 0; i < commit; i++)
            {
                desk.Ledger.Faults.PassNextCommit();
            }

            desk.Ledger.Faults.FailNextCommit(fault);
            await desk.SweepAsync(2);
            await desk.RunUntilQuietAsync();
            await AssertClosedOnceAsync(desk, $"{fault} at commit {commit}");
        }
    }

    [Theory]
    [InlineData(CommitFault.UnknownBeforeCommit)]
    [InlineData(CommitFault.UnknownAfterCommit)]
    public async Task WhenTheStorageDoesNotTellOnce_TheOrderIsNotLateByMoreThanALease(CommitFault fault)
    {
        for (var commit = 0; commit < 4; commit++)
        {
            var desk = await StoppedOutAsync("fill");
            for (var i = 0; i < commit; i++)
            {
                desk.Ledger.Faults.PassNextCommit();
            }

            desk.Ledger.Faults.FailNextCommit(fault);
            await desk.SweepAsync();
            await desk.AdvanceAsync(TimeSpan.FromSeconds(15));
            await desk.SweepAsync();
            await desk.AdvanceAsync(CloseLimits.IntentLease + CloseLimits.BetweenLooks + TimeSpan.FromSeconds(4));
            Assert.True(desk.Broker.Closes.Count == 1, $"{fault} at commit {commit}: {desk.Broker.Closes.Count} orders");
        }
    }

    [Theory]
    [InlineData("doubled")]
    [InlineData("lost")]
    [InlineData("refused")]
    [InlineData("reversed")]
    public async Task WhenTheQueueMisbehaves_ItIsClosedOnce(string how)
    {
        var desk = await StoppedOutAsync("refused");
        (desk.Queue.Doubles, desk.Queue.Loses, desk.Queue.Refuses, desk.Queue.Reverses) =
            (how == "doubled", how == "lost", how == "refused", how == "reversed");
        await desk.SweepAsync();
        await desk.AdvanceAsync(TimeSpan.FromSeconds(1));
        (desk.Queue.Loses, desk.Queue.Refuses) = (false, false);
        await desk.RunUntilQuietAsync();
        await AssertClosedOnceAsync(desk, how);
    }

    [Fact]
    public async Task WhenTwoInstancesStepAtOnce_OnlyOneSends()
    {
        var desk = await StoppedOutAsync("fill");
        await desk.SweepAsync();
        var closing = Assert.Single(await desk.ClosingsAsync());
        await using var other = desk.Start();
        desk.Broker.BeforeClose = async () =>
        {
            desk.Broker.BeforeClose = null;
            await other.GetRequiredService<Engine.Workflows.Closing.CloseExecution>()
                .RunAsync(new Engine.Workflows.Closing.CloseRequest(closing.PositionId, closing.Number), CancellationToken.None);
        };
        await desk.RunUntilQuietAsync();

        Assert.Single(desk.Broker.Closes);
        await AssertClosedOnceAsync(desk, "two instances");
    }

    private static async Task<bool> RunAsync(DeskHarness desk)
    {
        try
        {
            await desk.SweepAsync(2);
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }

    // Two readings agree already, so that the next sweep closes; a crash in it is repaired by a later one.
    private static async Task<DeskHarness> StoppedOutAsync(string script)
    {
        var desk = new DeskHarness();
        await desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        desk.Broker.PriceFills(Contracts.Goog, 1.47m);
        await desk.SweepAsync(2);
        desk.Broker.Next(script switch
        {
            "untold" => new CloseScript.FillUntold(),
            "lost" => new CloseScript.LoseRequest(),
            "refused" => new CloseScript.Refuse(403, 40310000, "no"),
            "rejected" => new CloseScript.RejectLater(),
            _ => new CloseScript.Fill(),
        });
        return desk;
    }

    private static async Task AssertClosedOnceAsync(DeskHarness desk, string how)
    {
        if ((await desk.ClosingsAsync()).Count == 0)
        {
            await desk.SweepAsync(3);
            await desk.RunUntilQuietAsync();
        }

        var closings = await desk.ClosingsAsync();
        Assert.True(closings.Count == 1 && closings[0].End == CloseEnd.Closed, $"{how}: {closings.Count} closings, {(closings is [.., var last] ? last.End : null)}");
        Assert.True(desk.Broker.Fills.Sum(fill => fill.Quantity) == 2, how);
        Assert.True((await desk.PositionAsync(Contracts.Goog)).Status == PositionStatus.Closed, how);
        var trades = await desk.TradesAsync();
        Assert.True(trades.Count == 1 && trades[0] is { RealizedPnl: -106.00m, Quantity: 2 }, $"{how}: {trades.Count} trades");
        Assert.True((await desk.OutboxAsync()).Count == 0, $"{how}: something stays in the outbox");
    }
}
