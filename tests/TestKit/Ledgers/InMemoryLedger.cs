using ExitDesk.Engine.Adapters.Tables;
using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.TestKit.Ledgers;

/// <summary>A ledger for workflow tests: the rules of the real one, no storage, and faults on demand.</summary>
/// <remarks>Thread-safe. A list is a snapshot: it never shows half of a commit.</remarks>
public sealed class InMemoryLedger : ILedger
{
    private readonly Lock _gate = new();
    private readonly RowStore _rows = new();
    private readonly Dictionary<string, SortedDictionary<string, HistoryRow>> _history = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<LedgerChange>> _commits = [];

    public LedgerFaults Faults { get; } = new();

    /// <summary>Every commit that was written, in order, whether its caller was told or not.</summary>
    public IReadOnlyList<IReadOnlyList<LedgerChange>> Commits
    {
        get
        {
            lock (_gate)
            {
                return [.. _commits];
            }
        }
    }

    public Task<LedgerRow?> FindAsync(string key, CancellationToken cancellationToken) =>
        ReadAsync(() => _rows.Find(key), cancellationToken);

    public Task<IReadOnlyList<LedgerRow>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        ReadAsync(() => _rows.List(prefix), cancellationToken);

    public async Task<CommitOutcome> CommitAsync(IReadOnlyList<LedgerChange> changes, CancellationToken cancellationToken)
    {
        LedgerRules.Check(changes);
        foreach (var change in changes)
        {
            _ = TableKey.Of(change.Key);
        }

        await (Faults.BeforeCommit?.Invoke() ?? Task.CompletedTask).ConfigureAwait(false);
        if (cancellationToken.IsCancellationRequested)
        {
            return new CommitOutcome.Unknown("the wait for the storage ended without an answer");
        }

        return Faults.TakeCommit() switch
        {
            CommitFault.Conflict => new CommitOutcome.Conflict(changes[0].Key),
            CommitFault.UnknownBeforeCommit => new CommitOutcome.Unknown("injected before the commit"),
            CommitFault.UnknownAfterCommit => WriteUntold(changes),
            null => Write(changes),
        };
    }

    public Task AppendAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            LedgerRules.Check(row);
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        var fault = Faults.TakeAppend();
        lock (_gate)
        {
            foreach (var row in rows.Take(fault ?? rows.Count))
            {
                Append(row);
            }
        }

        return fault is null
            ? Task.CompletedTask
            : Task.FromException(new LedgerUnavailableException($"injected after {fault} of {rows.Count} rows"));
    }

    public Task<IReadOnlyList<HistoryRow>> ReadHistoryAsync(string stream, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<HistoryRow>>(
            () => _history.TryGetValue(stream, out var rows) ? [.. rows.Values] : [], cancellationToken);

    private CommitOutcome.Unknown WriteUntold(IReadOnlyList<LedgerChange> changes)
    {
        Write(changes);
        return new CommitOutcome.Unknown("injected after the commit");
    }

    private CommitOutcome Write(IReadOnlyList<LedgerChange> changes)
    {
        lock (_gate)
        {
            var outcome = _rows.Commit(changes);
            if (outcome is CommitOutcome.Committed)
            {
                _commits.Add(changes);
            }

            return outcome;
        }
    }

    private void Append(HistoryRow row)
    {
        if (!_history.TryGetValue(row.Stream, out var stream))
        {
            stream = new SortedDictionary<string, HistoryRow>(StringComparer.Ordinal);
            _history[row.Stream] = stream;
        }

        stream.TryAdd(row.Key, row with { Columns = HistoryColumns.Stored(row.Columns) });
    }

    private Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        if (Faults.ReadsFail)
        {
            return Task.FromException<T>(new LedgerUnavailableException("injected"));
        }

        lock (_gate)
        {
            return Task.FromResult(read());
        }
    }
}
