using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.TestKit.Ledgers;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

public sealed class InMemoryLedgerFaultsTests
{
    private readonly InMemoryLedger _ledger = new();

    [Theory]
    [InlineData(CommitFault.Conflict, typeof(CommitOutcome.Conflict), false)]
    [InlineData(CommitFault.UnknownBeforeCommit, typeof(CommitOutcome.Unknown), false)]
    [InlineData(CommitFault.UnknownAfterCommit, typeof(CommitOutcome.Unknown), true)]
    public async Task WhenNextCommitIsToFail_ItDoesOnceAndTheOneAfterPasses(CommitFault fault, Type outcome, bool isWritten)
    {
        _ledger.Faults.FailNextCommit(fault);

        Assert.IsType(outcome, await PutAsync("a:1"));
        Assert.Equal(isWritten, await _ledger.FindAsync("a:1", CancellationToken.None) is not null);
        Assert.IsType<CommitOutcome.Committed>(await PutAsync("a:1"));
        Assert.Equal(isWritten ? 2 : 1, _ledger.Commits.Count);
    }

    [Fact]
    public async Task WhenLaterCommitIsToFail_EarlierOnesPass()
    {
        _ledger.Faults.PassNextCommit();
        _ledger.Faults.FailNextCommit(CommitFault.Conflict);

        Assert.IsType<CommitOutcome.Committed>(await PutAsync("a:1"));
        Assert.Equal(new CommitOutcome.Conflict("a:1"), await PutAsync("a:1"));
    }

    [Fact]
    public async Task WhenUntoldCommitMeetsAConflict_NothingIsWritten()
    {
        await PutAsync("a:1");
        _ledger.Faults.FailNextCommit(CommitFault.UnknownAfterCommit);

        Assert.IsType<CommitOutcome.Unknown>(
            await _ledger.CommitAsync(
                [new LedgerChange.Put("b:1", ""), new LedgerChange.Insert("a:1", "")], CancellationToken.None));
        Assert.Null(await _ledger.FindAsync("b:1", CancellationToken.None));
    }

    [Fact]
    public async Task WhenReadsFail_EachReadThrowsUntilSwitchedOff()
    {
        await PutAsync("a:1");
        _ledger.Faults.ReadsFail = true;

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => _ledger.FindAsync("a:1", CancellationToken.None));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => _ledger.ListAsync("", CancellationToken.None));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => _ledger.ReadHistoryAsync("audit", CancellationToken.None));

        _ledger.Faults.ReadsFail = false;
        Assert.NotNull(await _ledger.FindAsync("a:1", CancellationToken.None));
    }

    [Fact]
    public async Task WhenAppendBreaksOff_RowsBeforeItStayAndARepeatAddsTheRest()
    {
        var columns = new Dictionary<string, object>();
        HistoryRow[] rows = [.. Enumerable.Range(0, 3).Select(i => new HistoryRow("audit", $"{i}", "", columns))];
        _ledger.Faults.FailNextAppendAfter(1);

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => _ledger.AppendAsync(rows, CancellationToken.None));
        Assert.Single(await _ledger.ReadHistoryAsync("audit", CancellationToken.None));

        await _ledger.AppendAsync(rows, CancellationToken.None);
        Assert.Equal(3, (await _ledger.ReadHistoryAsync("audit", CancellationToken.None)).Count);
    }

    [Fact]
    public async Task WhenAnotherWriterComesBetween_CommitMeetsItsWork()
    {
        _ledger.Faults.BeforeCommit = async () =>
        {
            _ledger.Faults.BeforeCommit = null;
            await PutAsync("a:1");
        };

        Assert.Equal(
            new CommitOutcome.Conflict("a:1"),
            await _ledger.CommitAsync([new LedgerChange.Insert("a:1", "")], CancellationToken.None));
    }

    private Task<CommitOutcome> PutAsync(string key) =>
        _ledger.CommitAsync([new LedgerChange.Put(key, "")], CancellationToken.None);
}
