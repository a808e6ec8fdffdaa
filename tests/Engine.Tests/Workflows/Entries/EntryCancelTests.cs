using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Entries;

/// <summary>The rest of an order is cancelled while the position of its part is still looked for.</summary>
public sealed class EntryCancelTests
{
    [Theory]
    [InlineData(10, 3)]
    [InlineData(180, 31)] // by then the position is looked for every half minute
    public async Task WhenAPartFilledThatTheBrokerDoesNotList_HaltCancelsTheRest(int seconds, int within)
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 3));
        desk.Fill(1);
        desk.Broker.Drop(EntryBench.Goog);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        await desk.WriteAsync("/halt");
        await desk.PressAsync(desk.Desk.Button("Halt trading"));
        Assert.Empty(desk.EntryBroker.Cancels);

        await desk.AdvanceAsync(TimeSpan.FromSeconds(within));

        Assert.Equal(desk.Order().Id, Assert.Single(desk.EntryBroker.Cancels));
        Assert.Null((await desk.EntryAsync()).End);
    }

    [Fact]
    public async Task WhenAPartFilledThatTheBrokerDoesNotList_TheRestIsCancelledAtItsExpiry()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 3));
        var left = (await desk.EntryAsync()).Recommendation.ExpiresAt - desk.Now;
        await desk.AdvanceAsync(left - TimeSpan.FromMinutes(3));
        desk.Fill(1);
        desk.Broker.Drop(EntryBench.Goog);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(3) - TimeSpan.FromSeconds(1));
        Assert.Empty(desk.EntryBroker.Cancels);

        await desk.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Single(desk.EntryBroker.Cancels);
    }
}
