using ExitDesk.Domain.Orders;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>
/// One at 1.47 and two at 1.48: 443.00 in all, while the order's average says 443.01. Whichever of the two is written first, rows,
/// result and receipt are the same numbers.
/// </summary>
public sealed class BookedPricesTests
{
    private const decimal Exact = -157.00m;
    private const decimal Average = -156.99m;

    [Fact]
    public async Task WhenTheListComesAfterTheRowsWereWritten_TheResultIsThatOfTheRows()
    {
        var desk = new DeskHarness();
        await FillAsync(desk);
        desk.Broker.FillsBehind = 1;
        ConflictOnceRowsStand(desk, () => desk.Broker.FillsBehind = 0);
        await desk.RunUntilQuietAsync();
        await AssertSameAsync(desk, Average, "");
        Assert.Contains("the averages of its orders stand for the prices", desk.Desk.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhenTheListIsLostAfterTheRowsWereWritten_TheResultIsThatOfTheRows(bool fails)
    {
        var desk = new DeskHarness();
        await FillAsync(desk);
        ConflictOnceRowsStand(desk, () => (desk.Broker.FillsFail, desk.Broker.FillsBehind) = (fails, 3));
        await desk.RunUntilQuietAsync();
        await AssertSameAsync(desk, Exact, "");
    }

    [Fact]
    public async Task WhenTheProcessEndsAfterAnyEffectAndTheListComesThen_AllNumbersAreTheSame()
    {
        for (var effect = 1; effect <= 14; effect++)
        {
            var desk = new DeskHarness();
            await FillAsync(desk);
            desk.Broker.FillsBehind = 1;
            await desk.AdvanceAsync(TimeSpan.FromSeconds(25));
            desk.Effects.CrashAfter(effect);
            await Record.ExceptionAsync(() => desk.AdvanceAsync(TimeSpan.FromSeconds(30)));
            desk.Restart();
            desk.Broker.FillsBehind = 0;
            await desk.RunUntilQuietAsync();
            await AssertSameAsync(desk, null, $"crash after effect {effect}");
        }
    }

    private static async Task FillAsync(DeskHarness desk)
    {
        await desk.HoldAsync(Contracts.Goog, 3, 2.00m);
        desk.Broker.Next(new CloseScript.Work());
        await desk.WriteAsync("/close GOOG");
        desk.Broker.Execute("order-0001", 1, 1.47m);
        desk.Broker.Execute("order-0001", 2, 1.48m);
        Assert.Equal(OrderStatus.Filled, desk.Broker.Orders[0].Status);
    }

    private static void ConflictOnceRowsStand(DeskHarness desk, Action then) => desk.Ledger.Faults.BeforeCommit = async () =>
    {
        if ((await desk.TradesAsync()).Count > 0)
        {
            desk.Ledger.Faults.BeforeCommit = null;
            desk.Ledger.Faults.FailNextCommit(CommitFault.Conflict);
            then();
        }
    };

    private static async Task AssertSameAsync(DeskHarness desk, decimal? expected, string how)
    {
        var row = Assert.Single(await desk.TradesAsync());
        var receipt = Assert.Single(await Receipts.ReadAsync(desk.Ledger, NewYork.DateOf(desk.Now), NewYork.DateOf(desk.Now), CancellationToken.None));
        var results = new[] { row.RealizedPnl, row.Cash - 600, receipt.RealizedPnl, Assert.Single(await desk.ClosingsAsync()).RealizedPnl, (await desk.PositionAsync(Contracts.Goog)).RealizedPnl };
        Assert.True(results.Distinct().Count() == 1, $"{how}: {string.Join(", ", results)}");
        Assert.Equal(expected ?? results[0], results[0]);
    }
}
