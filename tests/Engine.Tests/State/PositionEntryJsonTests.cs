using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Tests.Workflows.Entries;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.State;

public sealed class PositionEntryJsonTests
{
    [Fact]
    public async Task WhenAnEntryIsWrittenAndRead_NothingOfItIsLost()
    {
        var desk = EntryBench.Desk();
        await desk.TakeAsync(Recommendations.Call(quantity: 2, more: EntryBench.WithPlan));
        desk.Fill(1);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10));
        var entry = await desk.EntryAsync();
        Assert.True(entry is { Verdict.Offer: not null, Attempt.Offer: not null, Order: not null, PositionId: not null }, "the sample lacks something");

        var read = LedgerJson.Read<PositionEntry>("x", LedgerJson.Write(entry));

        Assert.Equal(LedgerJson.Write(entry), LedgerJson.Write(read));
        Assert.Equal(entry.Recommendation, read.Recommendation);
        Assert.Equal((entry.FilledQuantity, entry.HasLiveOrder, entry.Verdict!.IsAllowed), (read.FilledQuantity, read.HasLiveOrder, read.Verdict!.IsAllowed));
    }
}
