using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using Microsoft.Extensions.Logging.Abstractions;
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
    public async Task WhenStrangersFlood_AMinuteCostsOneWriteAReason()
    {
        for (var i = 0; i < 100; i++)
        {
            await Receive("wrong", Owners);
            await Receive(DeskHarness.Secret, Owners with { UserId = 1 });
        }

        Assert.Equal(2, _desk.Store.Writes);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        await Receive("wrong", Owners);
        Assert.Equal(3, _desk.Store.Writes);
        Assert.Equal(3, (await _desk.AuditAsync()).Count);
    }

    [Fact]
    public async Task WhenEachStrangerIsAnother_TheWritesOfAMinuteAreBounded()
    {
        for (var user = 0; user < 100; user++)
        {
            await Receive(DeskHarness.Secret, Owners with { UserId = user });
        }

        Assert.Equal(20, _desk.Store.Writes);
    }

    [Fact]
    public async Task WhenTheStorageThrowsAnything_AStrangerIsDroppedAndTheOwnerComesAgain()
    {
        foreach (var problem in new Exception[] { new FormatException("no connection"), new TaskCanceledException("timed out"), new InvalidOperationException() })
        {
            var inbox = Over(new BrokenLedger(problem));
            Assert.Equal(InboxOutcome.Dropped, await inbox.ReceiveAsync("wrong", Owners, null, default));
            Assert.Equal(InboxOutcome.TryAgain, await inbox.ReceiveAsync(DeskHarness.Secret, Owners, null, default));
        }
    }

    [Fact]
    public async Task WhenTheRequestIsCancelled_ThatIsNoFaultOfTheStorage()
    {
        var inbox = Over(new BrokenLedger(new OperationCanceledException()));
        using var request = new CancellationTokenSource();
        await request.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => inbox.ReceiveAsync("wrong", Owners, null, request.Token));
        await Assert.ThrowsAsync<OperationCanceledException>(() => inbox.ReceiveAsync(DeskHarness.Secret, Owners, null, request.Token));
    }

    [Fact]
    public async Task WhenDeliveryThrows_TheWrittenUpdateIsAcceptedAndSettlementBringsIt()
    {
        var inbox = Over(_desk.Ledger, new BrokenLedger(new FormatException()));
        Assert.Equal(InboxOutcome.Accepted, await inbox.ReceiveAsync(DeskHarness.Secret, Owners, null, default));
        await _desk.RunUntilQuietAsync();
        Assert.Single(_desk.Desk.Written);
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

    private static OperatorUpdate Owners => new(5, DeskHarness.Owner, "Ada", DeskHarness.Chat, "/help", null);

    private OperatorInbox Over(ILedger ledger, ILedger? deliveries = null) => new(
        ledger,
        new OutboxDelivery(deliveries ?? ledger, _desk.Queue, _desk.Get<NoticeDelivery>(), _desk.Get<ChatPause>(), _desk.Time, NullLogger<OutboxDelivery>.Instance),
        _desk.Get<ChatMoves>(),
        _desk.Get<OperatorOptions>(),
        _desk.Time,
        NullLogger<OperatorInbox>.Instance);

    private Task<InboxOutcome> Receive(string? secret, OperatorUpdate update) =>
        _desk.Get<OperatorInbox>().ReceiveAsync(secret, update, null, default);

    private sealed class BrokenLedger(Exception problem) : ILedger
    {
        public Task<LedgerRow?> FindAsync(string key, CancellationToken cancellationToken) => throw problem;

        public Task<IReadOnlyList<LedgerRow>> ListAsync(string prefix, CancellationToken cancellationToken) => throw problem;

        public Task<CommitOutcome> CommitAsync(IReadOnlyList<LedgerChange> changes, CancellationToken cancellationToken) => throw problem;

        public Task AppendAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken) => throw problem;

        public Task<IReadOnlyList<HistoryRow>> ReadHistoryAsync(string stream, CancellationToken cancellationToken) => throw problem;
    }
}
