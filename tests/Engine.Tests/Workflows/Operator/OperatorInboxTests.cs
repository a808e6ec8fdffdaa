using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator;

public sealed class OperatorInboxTests
{
    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData(null, DeskHarness.Owner, DeskHarness.Chat)]
    [InlineData("", DeskHarness.Owner, DeskHarness.Chat)]
    [InlineData("open-sesamE", DeskHarness.Owner, DeskHarness.Chat)]
    [InlineData(DeskHarness.Secret, 1, DeskHarness.Chat)]
    [InlineData(DeskHarness.Secret, DeskHarness.Owner, 1)]
    public async Task WhenAStrangerKnocks_NothingIsDoneButOneAuditRow(string? secret, long user, long chat)
    {
        for (var i = 0; i < 3; i++)
        {
            var update = new OperatorUpdate(5 + i, user, "Eve", chat, "/halt", null);
            Assert.Equal(InboxOutcome.Dropped, await Receive(secret, update));
        }

        await _desk.DrainAsync();
        Assert.Empty(_desk.Queue.Sent);
        Assert.Empty(_desk.Desk.Written);
        Assert.Equal("update-dropped", Assert.Single(await _desk.AuditAsync()).Action);
    }

    [Fact]
    public async Task WhenAnUpdateIsRepeated_ItIsDoneOnce()
    {
        var update = new OperatorUpdate(5, DeskHarness.Owner, "Ada", DeskHarness.Chat, "/help", null);
        Assert.Equal(InboxOutcome.Accepted, await Receive(DeskHarness.Secret, update));
        Assert.Equal(InboxOutcome.Repeated, await Receive(DeskHarness.Secret, update));
        await _desk.DrainAsync();
        Assert.Single(_desk.Desk.Written);
    }

    [Fact]
    public async Task WhenUnreadable_ItIsDroppedAndAudited()
    {
        Assert.Equal(InboxOutcome.Dropped, await _desk.Get<OperatorInbox>().ReceiveAsync(DeskHarness.Secret, null, "not an update", default));
        Assert.Single(await _desk.AuditAsync());
    }

    [Theory]
    [InlineData(CommitFault.UnknownBeforeCommit)]
    [InlineData(CommitFault.UnknownAfterCommit)]
    public async Task WhenTheStorageFails_OnlyTheOwnerIsToldToTryAgain(CommitFault fault)
    {
        _desk.Ledger.Faults.FailNextCommit(fault);
        var update = new OperatorUpdate(5, DeskHarness.Owner, "Ada", DeskHarness.Chat, "/help", null);
        Assert.Equal(InboxOutcome.TryAgain, await Receive(DeskHarness.Secret, update));
        await Receive(DeskHarness.Secret, update);
        await _desk.RunUntilQuietAsync();
        Assert.Single(_desk.Desk.Written);

        _desk.Ledger.Faults.FailNextAppendAfter(0);
        Assert.Equal(InboxOutcome.Dropped, await Receive("wrong", update));
    }

    [Fact]
    public async Task WhenTheQueueDoesNotTakeIt_SettlementBringsIt()
    {
        _desk.Queue.Refuses = true;
        Assert.Equal(InboxOutcome.Accepted, await _desk.WriteAsync("/help"));
        _desk.Queue.Refuses = false;
        await _desk.RunUntilQuietAsync();
        Assert.Contains("/status", Assert.Single(_desk.Desk.Written).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAnOutboxRowCannotBeRead_OthersStillLeave()
    {
        await _desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.OutboxEntry("0-bad"), "{")], default);
        _desk.Queue.Refuses = true;
        await _desk.WriteAsync("/help");
        _desk.Queue.Refuses = false;
        await _desk.RunUntilQuietAsync(2);
        Assert.Contains("/status", Assert.Single(_desk.Desk.Written).Html, StringComparison.Ordinal);
    }

    private Task<InboxOutcome> Receive(string? secret, OperatorUpdate update) =>
        _desk.Get<OperatorInbox>().ReceiveAsync(secret, update, null, default);
}
