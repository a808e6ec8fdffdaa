using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Entries;

/// <summary>What filled, and the broker does not list.</summary>
public sealed class EntryBookingTests
{
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
