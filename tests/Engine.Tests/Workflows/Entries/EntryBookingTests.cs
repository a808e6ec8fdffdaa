using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.Engine.Workflows.Sync;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Entries;

/// <summary>What filled, and the broker does not list.</summary>
public sealed class EntryBookingTests
{
    /// <summary>Booked with a part that no position has, what opened it would be forgotten: the part would be found as nobody's, without its plan.</summary>
    [Theory]
    [InlineData(4, 3)]
    [InlineData(20, 3)]
    public async Task WhenAPartOfWhatFilledIsNotListed_ItIsLookedForAMomentLonger(int seconds, int booked)
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 3));
        desk.Fill(3);
        desk.Broker.Hold(EntryBench.Goog, 2, 1.50m);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        Assert.Equal(seconds < 15 ? 0 : booked, (await desk.EntryAsync()).BookedQuantity);

        desk.Broker.Hold(EntryBench.Goog, 3, 1.50m);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        await desk.Get<PositionSync>().RunAsync(CancellationToken.None);

        Assert.Equal((EntryEnd.Filled, booked), ((await desk.EntryAsync()).End, (int)(await desk.EntryAsync()).BookedQuantity));
        Assert.Equal(("rec-1", 3m), Assert.Single((await desk.PositionsAsync()).Select(position => (position.OpenedBy, position.Quantity))));
    }

    /// <summary>However late it is listed, it is what the desk opened: guarded by its plan, not somebody else's to be watched.</summary>
    [Fact]
    public async Task WhenWhatFilledIsListedAfterTheEntryIsOver_ItIsGuardedByItsPlan()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(more: EntryBench.WithPlan));
        desk.Fill(1);
        desk.Broker.Drop(EntryBench.Goog);
        await desk.AdvanceAsync(EntryBooking.LongestPatience + TimeSpan.FromMinutes(1));
        Assert.Equal((EntryEnd.Filled, null), ((await desk.EntryAsync()).End, (await desk.EntryAsync()).PositionId));

        desk.Broker.Hold(EntryBench.Goog, 1, 1.50m);
        await desk.Get<PositionSync>().RunAsync(CancellationToken.None);

        var position = Assert.Single(await desk.PositionsAsync());
        Assert.Equal((Management.Managed, "rec-1", "swing"), (position.Management, position.OpenedBy, position.Strategy));
        await desk.AdvanceAsync(EntrySettlement.EndedFor + TimeSpan.FromMinutes(1));
        await desk.Get<EntrySettlement>().RunAsync(CancellationToken.None);
        Assert.Empty(await desk.Ledger.ListAsync(LedgerKeys.Openings, default));
    }

    [Fact]
    public async Task WhenTheBrokerDoesNotListWhatFilledInPart_ItGoesOnAfterTenMinutesAndTheRestIsCancelled()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 3));
        desk.Fill(1);
        desk.Broker.Drop(EntryBench.Goog);
        await desk.AdvanceAsync(EntryBooking.LongestPatience + TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await desk.EntryAsync()).BookedQuantity);

        await desk.WriteAsync("/reduce");
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((EntryEnd.PartlyFilled, desk.Order().Id), ((await desk.EntryAsync()).End, Assert.Single(desk.EntryBroker.Cancels)));
    }
}
