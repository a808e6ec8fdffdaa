namespace ExitDesk.Engine.Ports.Ledger;

/// <summary>The account's state: one partition of rows that commit together, and append-only history beside it.</summary>
public interface ILedger
{
    /// <summary>Writes that one commit takes.</summary>
    const int ChangesPerCommit = 100;

    /// <summary>One row; null if there is none.</summary>
    /// <exception cref="LedgerUnavailableException">The storage did not answer.</exception>
    Task<LedgerRow?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>All rows whose keys begin with a prefix, ascending by key (ordinal).</summary>
    /// <exception cref="LedgerUnavailableException">The storage did not answer; never a partial list.</exception>
    Task<IReadOnlyList<LedgerRow>> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Writes all changes or none.</summary>
    /// <param name="changes">1 to 100, each key once.</param>
    /// <param name="cancellationToken">Ends the wait, not the write.</param>
    Task<CommitOutcome> CommitAsync(IReadOnlyList<LedgerChange> changes, CancellationToken cancellationToken);

    /// <summary>Writes history rows, in any number. A row that exists already with that key stays as it is.</summary>
    /// <exception cref="LedgerUnavailableException">The storage did not answer; some may be written. Do it again.</exception>
    Task AppendAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken);

    /// <summary>A stream's rows, ascending by key (ordinal).</summary>
    /// <exception cref="LedgerUnavailableException">The storage did not answer; never a partial list.</exception>
    Task<IReadOnlyList<HistoryRow>> ReadHistoryAsync(string stream, CancellationToken cancellationToken);
}
