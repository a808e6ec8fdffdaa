using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Tests.Workflows.Closing;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sync;

/// <summary>Two spreads and one more of their long puts expire together: the history tells of the puts in one entry.</summary>
public sealed class SharedEndingsTests
{
    [Theory]
    [InlineData(ActivityKind.Expiration)]
    [InlineData(ActivityKind.Exercise)]
    public async Task WhenTheProcessEndsAfterAnyEffect_EachBooksItsPartOfTheEntry(ActivityKind kind)
    {
        for (var effect = 0; effect <= 16; effect++)
        {
            var desk = new DeskHarness();
            await ExpireAsync(desk);
            desk.Broker.Tell(Entry("20160116::1", kind, Spreads.Long, -3));
            desk.Broker.Tell(Entry("20160116::2", ActivityKind.Assignment, Spreads.Short, 2));
            if (effect > 0)
            {
                desk.Effects.CrashAfter(effect);
            }

            await Record.ExceptionAsync(desk.SyncAsync);
            desk.Restart();
            await desk.SyncAsync();
            await AssertBooksAsync(desk, $"crash after effect {effect}");
        }
    }

    [Fact]
    public async Task WhenTheHistoryTellsOfThemOneAfterTheOther_EachEntryIsBookedWhole()
    {
        var desk = new DeskHarness();
        await ExpireAsync(desk);
        desk.Broker.Tell(Entry("20160116::1", ActivityKind.Expiration, Spreads.Long, -1));
        await desk.SyncAsync();
        desk.Broker.Tell(Entry("20160116::2", ActivityKind.Expiration, Spreads.Long, -2));
        desk.Broker.Tell(Entry("20160116::3", ActivityKind.Assignment, Spreads.Short, 2));
        await desk.AdvanceAsync(TimeSpan.FromMinutes(6));
        await desk.SyncAsync();
        await AssertBooksAsync(desk, "");
    }

    [Theory]
    [InlineData(ActivityKind.Assignment, ActivityKind.Expiration, PositionStatus.Assigned)]
    [InlineData(ActivityKind.Expiration, ActivityKind.Assignment, PositionStatus.Assigned)]
    [InlineData(ActivityKind.Assignment, ActivityKind.Exercise, PositionStatus.Assigned)]
    public async Task WhenTheHistoryTellsOfOneLegAfterTheOther_TheSpreadIsKnownByTheGraverEnd(ActivityKind first, ActivityKind second, PositionStatus known)
    {
        var desk = new DeskHarness();
        await ExpireAsync(desk);
        desk.Broker.Tell(Entry("20160116::1", first, first == ActivityKind.Assignment ? Spreads.Short : Spreads.Long, first == ActivityKind.Assignment ? 2 : -3));
        await desk.SyncAsync();
        desk.Broker.Tell(Entry("20160116::2", second, second == ActivityKind.Assignment ? Spreads.Short : Spreads.Long, second == ActivityKind.Assignment ? 2 : -3));
        await desk.AdvanceAsync(TimeSpan.FromMinutes(6));
        await desk.SyncAsync();

        Assert.Equal(known, (await desk.PositionsAsync()).Single(position => position.Legs.Count == 2).Status);
    }

    private static async Task ExpireAsync(DeskHarness desk)
    {
        await Spreads.HoldAsync(desk);
        desk.Broker.Hold(Spreads.Long, 3, 2.00m);
        await desk.SyncAsync();
        await desk.AdvanceAsync(TimeSpan.FromDays(24) + TimeSpan.FromHours(6.5));
        desk.Broker.Drop(Spreads.Long);
        desk.Broker.Drop(Spreads.Short);
        for (var i = 0; i < 3; i++)
        {
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
            await desk.SyncAsync();
        }

        await desk.AdvanceAsync(TimeSpan.FromHours(17));
        Assert.Equal([2m, 1m], (await desk.PositionsAsync()).Select(position => position.UnexplainedQuantity).OrderDescending());
    }

    private static async Task AssertBooksAsync(DeskHarness desk, string how)
    {
        var trades = await desk.TradesAsync();
        Assert.True(trades.Where(trade => trade.Symbol == Spreads.Long).Sum(trade => trade.Quantity) == 3, $"{how}: {trades.Count} rows");
        Assert.Equal(2m, trades.Where(trade => trade.Symbol == Spreads.Short).Sum(trade => trade.Quantity));
        foreach (var position in await desk.PositionsAsync())
        {
            Assert.True(position.IsResultKnown, $"{how}: {position.Id} lacks {position.UnexplainedQuantity}");
            Assert.Equal(trades.Where(trade => trade.PositionId == position.Id).Sum(trade => trade.RealizedPnl), position.RealizedPnl);
        }

        Assert.Equal(-600m + 640m, (await desk.PositionsAsync()).Sum(position => position.RealizedPnl));
    }

    private static AccountActivity Entry(string id, ActivityKind kind, string symbol, decimal quantity) =>
        new(id, kind, kind.ToString(), symbol, quantity, null, 0, new DateOnly(2016, 1, 16), null);
}
