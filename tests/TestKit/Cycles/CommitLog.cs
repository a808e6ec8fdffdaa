using System.Collections.Concurrent;
using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.TestKit.Cycles;

/// <summary>A ledger that notes what each write held.</summary>
public sealed class CommitLog(ILedger inner) : ILedger
{
    private readonly ConcurrentQueue<IReadOnlyList<LedgerChange>> _commits = new();

    /// <summary>Changes of each commit so far, in order.</summary>
    public IReadOnlyList<IReadOnlyList<LedgerChange>> Commits => [.. _commits];

    public Task<LedgerRow?> FindAsync(string key, CancellationToken cancellationToken) => inner.FindAsync(key, cancellationToken);

    public Task<IReadOnlyList<LedgerRow>> ListAsync(string prefix, CancellationToken cancellationToken) => inner.ListAsync(prefix, cancellationToken);

    public Task<CommitOutcome> CommitAsync(IReadOnlyList<LedgerChange> changes, CancellationToken cancellationToken)
    {
        _commits.Enqueue(changes);
        return inner.CommitAsync(changes, cancellationToken);
    }

    public Task AppendAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken) => inner.AppendAsync(rows, cancellationToken);

    public Task<IReadOnlyList<HistoryRow>> ReadHistoryAsync(string stream, CancellationToken cancellationToken) =>
        inner.ReadHistoryAsync(stream, cancellationToken);
}
