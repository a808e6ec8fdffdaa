using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Entries;

/// <summary>Entries whose messages are late or lost.</summary>
public sealed class EntrySettlementTests
{
    [Fact]
    public async Task WhenACrowdIsOverdue_OneRunWakesOnlySoMany()
    {
        var desk = EntryBench.Desk(with: settings => settings with { MaximumPending = 2 * EntrySettlement.MostWoken });
        for (var i = 0; i < EntrySettlement.MostWoken + 10; i++)
        {
            await desk.Get<Dispatcher>().SubmitAsync(Recommendations.Call(id: $"rec-{i}"), "test", CancellationToken.None);
        }

        desk.Time.Advance(TimeSpan.FromMinutes(1));
        var before = desk.Queue.Sent.Count;
        await desk.SettleAsync();

        Assert.Equal(EntrySettlement.MostWoken, desk.Queue.Sent.Skip(before).Count(message => message.Queue == QueueNames.EntryRequests));
    }
}
