using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Workflows;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Entries;

/// <summary>What the owner can see of entries without waiting for their cards.</summary>
public sealed class EntryStatusTests
{
    [Fact]
    public async Task WhenOneAsks_StatusSaysUntilWhen()
    {
        var desk = EntryBench.Desk(EntryApproval.Ask);
        await desk.TakeAsync(Recommendations.Call());
        await desk.WriteAsync("/status");

        Assert.Contains("🔵 <b>Entry</b> · Buy GOOG 15 Jan 750 C ×1 · awaits your answer until 10:10", desk.Desk.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/status", true)]
    [InlineData("/status goog", true)]
    [InlineData("/status rec-1", true)]
    [InlineData("/status GOOG160115C00750000", true)]
    [InlineData("/status all", true)]
    [InlineData("/status AAPL", false)]
    public async Task WhenOneWorks_StatusSaysWhatFilled(string command, bool isShown)
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 3));
        desk.Fill(1);
        desk.Broker.Drop(EntryBench.Goog);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10));
        await desk.WriteAsync(command);

        Assert.Equal(isShown, desk.Desk.Last.Contains("opening, 1 of 3 filled, limit 1.50", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenItHasEnded_StatusDoesNotShowIt()
    {
        var desk = EntryBench.Desk(EntryApproval.Ask);
        await desk.TakeAsync(Recommendations.Call());
        await desk.PressAsync(desk.Desk.Button("Reject"));
        await desk.WriteAsync("/status");

        Assert.DoesNotContain("Entry", desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenThereAreMany_StatusShowsFiveAndCountsTheRest()
    {
        var desk = EntryBench.Desk(EntryApproval.Ask);
        for (var i = 1; i <= 7; i++)
        {
            var contract = $"GOOG160115C007{i}5000";
            desk.Market.Quote(contract, 1.45m, 1.55m);
            await desk.TakeAsync(Recommendations.Call(id: $"rec-{i}", contract: contract));
        }

        await desk.Ledger.CommitAsync([new LedgerChange.Insert("entry:bad", "{")], default);
        await desk.WriteAsync("/status");

        Assert.Equal(5, desk.Desk.Last.Split("awaits your answer").Length - 1);
        Assert.Contains("… and 2 more entries", desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheEntriesBreakerIsOpen_HealthSaysSoAndCountsWhatWaits()
    {
        var desk = EntryBench.Desk(with: settings => settings with { MaximumPerDay = 100, MaximumPerSymbol = 100, MaximumOpenPositions = 100, MaximumPerStrategy = 100, MaximumRiskPerDay = null });
        for (var i = 0; i <= CircuitBreaker.Tolerated; i++)
        {
            Assert.DoesNotContain((await desk.Get<HealthCheck>().ReadAsync(default)).Problems, problem => problem.StartsWith("entries:", StringComparison.Ordinal));
            var contract = $"GOOG160115C007{i}5000";
            desk.Market.Quote(contract, 1.45m, 1.55m);
            desk.Broker.Next(new CloseScript.LoseRequest());
            await desk.TakeAsync(Recommendations.Call(id: $"rec-{i}", contract: contract));
        }

        var report = await desk.Get<HealthCheck>().ReadAsync(default);
        Assert.Equal(CircuitBreaker.Tolerated + 1, report.PendingEntries);
        Assert.Single(report.Problems, problem => problem.StartsWith("entries: too many got no answer from the broker since 10:0", StringComparison.Ordinal));
        await desk.WriteAsync("/health");
        Assert.Contains("6 entering", desk.Desk.Last, StringComparison.Ordinal);
    }

    /// <summary>With nothing left to try with it would never close, and the health would say so until the next entry, if there is one.</summary>
    [Fact]
    public async Task WhenWhatMetTheBrokersSilenceIsOver_HealthIsGoodAgain()
    {
        var desk = EntryBench.Desk(with: settings => settings with { MaximumPerDay = 100, MaximumPerSymbol = 100, MaximumOpenPositions = 100, MaximumPerStrategy = 100, MaximumRiskPerDay = null });
        for (var i = 0; i <= CircuitBreaker.Tolerated; i++)
        {
            var contract = $"GOOG160115C007{i}5000";
            desk.Market.Quote(contract, 1.45m, 1.55m);
            desk.Broker.Next(new CloseScript.LoseRequest());
            await desk.TakeAsync(Recommendations.Call(id: $"rec-{i}", contract: contract, expiresAt: "2015-12-22T15:00:20Z"));
        }

        Assert.Contains((await desk.Get<HealthCheck>().ReadAsync(default)).Problems, problem => problem.StartsWith("entries:", StringComparison.Ordinal));
        await desk.AdvanceAsync(TimeSpan.FromMinutes(3));

        Assert.All(await desk.EntriesAsync(), entry => Assert.NotNull(entry.End));
        Assert.DoesNotContain((await desk.Get<HealthCheck>().ReadAsync(default)).Problems, problem => problem.StartsWith("entries:", StringComparison.Ordinal));
    }
}
