using ExitDesk.Domain.Overrides;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Overrides;
using ExitDesk.Engine.Workflows.Sweep;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Overrides;

/// <summary>Whatever goes wrong: no exit waits for a comparison, no answer is lost, and none counts twice.</summary>
public sealed class OverrideFaultsTests
{
    [Fact]
    public async Task WhenTheProcessEndsAfterAnyEffectOfAPress_ThereIsOneAnswerForTheOneClose()
    {
        for (var effect = 1; effect <= 40; effect++)
        {
            var bench = new OverrideBench();
            var button = await bench.AskAsync("Close now");
            bench.Desk.Effects.CrashAfter(effect);
            await Record.ExceptionAsync(() => bench.Desk.PressAsync(button));
            var crashed = bench.Desk.Effects.HasCrashed;
            bench.Desk.Restart();
            await bench.Desk.RunUntilQuietAsync();
            await bench.LookAsync();

            var closings = await bench.Desk.ClosingsAsync();
            Assert.True(closings.Count == (await bench.ResultsAsync()).Count && (await bench.OpenAsync()).Count == 0, $"crash after effect {effect}");
            if (!crashed)
            {
                Assert.Single(closings);
                Assert.True(effect > 5, "too few effects: the crash never happened");
                return;
            }
        }

        Assert.Fail("The press never came to an end.");
    }

    [Fact]
    public async Task WhenTheProcessEndsAfterAnyEffectOfTheComparison_ItCountsOnce()
    {
        for (var effect = 1; effect <= 80; effect++)
        {
            var bench = await OverrideBench.ApprovedAsync();
            bench.Desk.Effects.CrashAfter(effect);
            await Record.ExceptionAsync(() => bench.LookAsync());
            var crashed = bench.Desk.Effects.HasCrashed;
            bench.Desk.Restart();
            await bench.LookAsync();
            await AssertOnceAsync(bench, $"crash after effect {effect}");
            if (!crashed)
            {
                return;
            }
        }

        Assert.Fail("The comparison never came to an end.");
    }

    [Theory]
    [InlineData(CommitFault.Conflict)]
    [InlineData(CommitFault.UnknownBeforeCommit)]
    [InlineData(CommitFault.UnknownAfterCommit)]
    public async Task WhenACommitGoesWrong_ItCountsOnce(CommitFault fault)
    {
        for (var commit = 0; commit < 4; commit++)
        {
            var bench = await OverrideBench.ApprovedAsync();
            bench.Break(commit, fault);
            await bench.LookAsync(4);
            await AssertOnceAsync(bench, $"{fault} at commit {commit}");
        }
    }

    [Fact]
    public async Task WhenHistoryCannotBeWritten_TheAnswerStaysOpenUntilItCan()
    {
        var bench = await OverrideBench.ApprovedAsync();
        bench.Desk.Ledger.Faults.FailNextAppendAfter(0);
        await bench.LookAsync(1);
        await bench.LookAsync(3);

        await AssertOnceAsync(bench, "history");
    }

    [Fact]
    public async Task WhenTwoInstancesSweep_ItCountsOnce()
    {
        var bench = new OverrideBench();
        await bench.CloseAsync(2.50m);
        await using var other = bench.Desk.Start();
        bench.Quote(3.00m);
        for (var i = 0; i < 10; i++)
        {
            // The other one is faster at the very commit that the first one is about to make.
            bench.Desk.Ledger.Faults.BeforeCommit = () =>
            {
                bench.Desk.Ledger.Faults.BeforeCommit = null;
                return other.GetRequiredService<ExitSweep>().RunAsync(CancellationToken.None);
            };
            await bench.Desk.SweepAsync();
            await bench.Desk.AdvanceAsync(TimeSpan.FromSeconds(15));
        }

        await AssertOnceAsync(bench, "two instances", -100m);
    }

    [Fact]
    public async Task WhenAnInstanceEndsWhatAnotherHasEnded_ItCountsOnce()
    {
        var bench = await OverrideBench.ApprovedAsync();
        var over = Assert.Single(await bench.OpenAsync()) with { Owners = new OwnersSide(2, 610m) };
        await bench.Desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Override(over.Id), LedgerJson.Write(over))], default);
        var read = Assert.Single(await bench.Desk.Get<DeskLedger>().ReadableOverridesAsync([], default));
        for (var i = 0; i < 2; i++)
        {
            await bench.Desk.Get<OverrideBook>().KeepAsync(read, read.Value, [read.Value], default);
        }

        await AssertOnceAsync(bench, "late instance");
    }

    [Fact]
    public async Task WhenARowCannotBeRead_SweepAndOtherAnswersGoOn()
    {
        var bench = await OverrideBench.ApprovedAsync();
        await bench.Desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Override("bad"), "{\"kind\": \"Nonsense\"}")], default);
        await bench.LookAsync();

        await AssertOnceAsync(bench, "bad row");
        Assert.DoesNotContain(bench.Desk.Desk.Written, card => card.Html.Contains("sweep", StringComparison.OrdinalIgnoreCase));
        await bench.Desk.WriteAsync("/stats");
        Assert.Contains("1 answer of which the ledger's row cannot be read", bench.Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheReadForClosedPositionsFails_StopsCloseAllTheSame()
    {
        var bench = new OverrideBench();
        await bench.CloseAsync(2.50m);
        await bench.Desk.HoldAsync(Contracts.Aapl, 2, 2.00m);
        bench.Desk.Market.Quote(Contracts.Aapl, 1.48m, 1.50m);
        bench.Desk.Broker.PriceFills(Contracts.Aapl, 1.48m);
        for (var i = 0; i < 3; i++)
        {
            // The exits' own call passes, the one after it fails.
            bench.Desk.Market.FailAfter("snapshots", 1);
            await bench.Desk.SweepAsync(1);
            Assert.Contains("snapshots", bench.Desk.Market.Failing);
            bench.Desk.Market.Failing.Clear();
        }

        await bench.Desk.RunUntilQuietAsync();
        Assert.Contains(await bench.Desk.ClosingsAsync(), closing => closing.Symbol == Contracts.Aapl && closing.End == Domain.Closing.CloseEnd.Closed);
    }

    [Fact]
    public async Task WhenTheReadForClosedPositionsHangs_TheSweepEndsInItsTimeAndHasSucceeded()
    {
        var bench = new OverrideBench();
        await bench.CloseAsync(2.50m);
        await bench.Desk.HoldAsync(Contracts.Aapl, 2, 2.00m);
        bench.Desk.Market.Quote(Contracts.Aapl, 2.48m, 2.50m);
        await bench.LookAsync(1);
        bench.Desk.Market.SnapshotsBeforeHang = 1;
        var began = bench.Desk.Now;
        var sweep = bench.Desk.SweepAsync();
        await bench.Desk.Time.WhenAwaitedAsync(began + OverrideMarking.Patience);
        Assert.False(sweep.IsCompleted);
        bench.Desk.Time.Advance(OverrideMarking.Patience - TimeSpan.FromTicks(1));
        Assert.False(sweep.IsCompleted);
        bench.Desk.Time.Advance(TimeSpan.FromTicks(1));
        await sweep;

        Assert.Equal((0, began), bench.Desk.Get<Engine.Health.DeskHealth>().Of(Engine.Health.RunKind.Sweep) is var run ? (run.Failures, run.LastSuccessAt) : default);
        bench.Quote(3.00m);
        await bench.LookAsync();
        Assert.Single(await bench.ResultsAsync());
    }

    private static async Task AssertOnceAsync(OverrideBench bench, string how, decimal won = 10m)
    {
        var results = await bench.ResultsAsync();
        var totals = await bench.TotalsAsync();
        Assert.True(results.Count == 1 && results[0].Won == won, $"{how}: {results.Count} results, {(results.Count > 0 ? results[0].Won : null)}");
        Assert.True((totals.Told, totals.Untold, totals.Won) == (1, 0, won), $"{how}: sums say {totals.Told}, {totals.Won}");
        Assert.DoesNotContain(await bench.OpenAsync(), open => open.Id == results[0].Id);
    }
}
