using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Tests.Adapters.Ledgers;
using ExitDesk.TestKit.Azurite;
using ExitDesk.TestKit.Cycles;
using Xunit;

namespace ExitDesk.Engine.Tests.Measured;

/// <summary>What a cycle over 500 positions costs, counted at the broker and at the storage.</summary>
[Collection(nameof(AzuriteTests))]
public sealed class EvaluationCycleTests(AzuriteFixture azurite)
{
    private const int Positions = 500;
    private const int FullPages = 5;

    [SkippableFact]
    public async Task WhenCyclesRunOver500Positions_CallsAndWritesStayWithinTheirBounds()
    {
        Skip.If(azurite.SkipReason is not null, azurite.SkipReason);
        await using var desk = await CycleDesk.StartAsync(azurite.ConnectionString, azurite.NewTableName(), Positions);

        var first = await desk.RunAsync();
        AssertBrokerCalls(first);
        AssertMarks(first, Positions);
        Assert.Equal(FullPages, first.Writes);

        // The second reading makes the first one the best and the worst so far.
        AssertMarks(await desk.RunAsync(), Positions);

        desk.Market.StampsAnew = true;
        Assert.Equal(0, (await desk.RunAsync()).Writes);
        desk.Market.StampsAnew = false;

        var still = await desk.RunAsync();
        AssertBrokerCalls(still);
        Assert.Equal((4L, 0L), (still.Reads, still.Writes));

        desk.Move(7, 2.10m);
        var few = await desk.RunAsync();
        AssertBrokerCalls(few);
        AssertMarks(few, 7);
        Assert.Equal(1, few.Writes);

        desk.Move(101, 2.20m);
        var overOnePage = await desk.RunAsync();
        AssertMarks(overOnePage, 101);
        Assert.Equal(2, overOnePage.Writes);
    }

    [SkippableFact]
    public async Task WhenThreePositionsAreToBeClosed_EachDecisionIsOneTransaction()
    {
        Skip.If(azurite.SkipReason is not null, azurite.SkipReason);
        await using var desk = await CycleDesk.StartAsync(azurite.ConnectionString, azurite.NewTableName(), Positions);
        await desk.RunAsync();
        await desk.RunAsync();

        desk.Move(3, 3.40m);
        var cycle = await desk.RunAsync();

        AssertBrokerCalls(cycle);
        AssertMarks(cycle, 3);
        var decisions = cycle.Commits.Where(commit => commit.Any(change => IsOf(change, LedgerKeys.Closings))).ToList();
        Assert.Equal(3, decisions.Count);
        Assert.All(decisions, commit =>
        {
            Assert.Single(commit, change => IsOf(change, LedgerKeys.Closings));
            Assert.Single(commit, change => IsOf(change, LedgerKeys.Positions));
            Assert.Contains(commit, change => IsOf(change, LedgerKeys.Outbox));
        });

        // A card's message id is known only once it is shown: one more write each. And together, however many decisions there
        // are: the marks, the audit rows, and the removal of outbox rows once messages and once cards are out.
        Assert.Equal(3, cycle.Commits.Count(commit => commit.All(change => IsOf(change, LedgerKeys.Cards))));
        Assert.Equal(3 + 3 + 4, cycle.Writes);
    }

    private static void AssertBrokerCalls(CycleCost cycle) =>
        Assert.Equal((FullPages, 1, 0, 0), (cycle.QuoteCalls, cycle.ClockCalls, cycle.CalendarCalls, cycle.OtherCalls));

    private static void AssertMarks(CycleCost cycle, int changed)
    {
        var commits = cycle.Commits.Where(commit => commit.Any(change => IsOf(change, LedgerKeys.Marks))).ToList();
        Assert.Equal(changed, commits.Sum(commit => commit.Count));
        Assert.Equal((changed + ILedger.ChangesPerCommit - 1) / ILedger.ChangesPerCommit, commits.Count);
        Assert.All(commits, commit => Assert.InRange(commit.Count, 1, ILedger.ChangesPerCommit));
    }

    private static bool IsOf(LedgerChange change, string kind) => change.Key.StartsWith(kind, StringComparison.Ordinal);
}
