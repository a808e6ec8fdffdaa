using ExitDesk.Domain.Entries;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Entries;

/// <summary>Only so many recommendations wait; one more is refused before anything is written.</summary>
public sealed class PendingEntriesTests
{
    private readonly DeskHarness _desk = EntryBench.Desk(EntryApproval.Ask, settings => settings with { MaximumPending = 3 });

    [Fact]
    public async Task WhenAsManyWaitAsMay_OneMoreIsRefusedWithItsReason()
    {
        Assert.IsType<DispatchOutcome.Accepted>(await TakeAsync(1));
        Assert.IsType<DispatchOutcome.Accepted>(await TakeAsync(2));
        Assert.IsType<DispatchOutcome.Accepted>(await TakeAsync(3));

        var full = Assert.IsType<DispatchOutcome.Full>(await TakeAsync(4));

        Assert.Equal((3, 3), (full.Pending, full.Most));
        Assert.Contains("3 recommendations wait or are under way, at most 3 may", full.Problem.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await _desk.EntriesAsync()).Count);
    }

    [Fact]
    public async Task WhenOneOfThemEnds_ThereIsRoomForOneMore()
    {
        for (var i = 1; i <= 3; i++)
        {
            await TakeAsync(i);
        }

        await _desk.PressAsync(_desk.Desk.Button("Reject"));

        Assert.IsType<DispatchOutcome.Accepted>(await TakeAsync(4));
        Assert.IsType<DispatchOutcome.Full>(await TakeAsync(5));
    }

    [Fact]
    public async Task WhenItIsFull_ARepeatIsStillToldWhereItStands()
    {
        for (var i = 1; i <= 3; i++)
        {
            await TakeAsync(i);
        }

        Assert.IsType<DispatchOutcome.Repeated>(await TakeAsync(2));
    }

    [Fact]
    public async Task WhenTheQueueIsFlooded_TheChatGetsOneMessageWithACount()
    {
        for (var i = 1; i <= 30; i++)
        {
            await _desk.Queue.TrySendAsync(new QueueMessage(QueueNames.EntryRequests, $"{i}", Json(i)), CancellationToken.None);
        }

        await _desk.DrainAsync();
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(11));
        await _desk.SettleAsync();

        Assert.Equal(3, (await _desk.EntriesAsync()).Count);
        Assert.Contains("27", Assert.Single(_desk.Desk.Shown, card => card.Html.Contains("A recommendation was refused", StringComparison.Ordinal)).Html, StringComparison.Ordinal);
        Assert.Equal(27, (await _desk.AuditAsync()).Count(row => row.Action == "recommendation-refused"));
    }

    private Task<DispatchOutcome> TakeAsync(int number) => _desk.TakeAsync(Json(number));

    private string Json(int number)
    {
        var contract = $"GOOG160115C007{number:00}000";
        _desk.Market.Quote(contract, 1.45m, 1.55m);
        return Recommendations.Call(id: $"rec-{number}", contract: contract);
    }
}
