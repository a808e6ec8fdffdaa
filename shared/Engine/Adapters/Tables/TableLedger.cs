using Azure;
using Azure.Data.Tables;
using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.Engine.Adapters.Tables;

/// <summary>The ledger in one table: a partition for the account's rows, one more for each stream of history.</summary>
/// <remarks>Thread-safe; one for the process. Transactions cover one partition, so history is not part of a commit.</remarks>
public sealed class TableLedger : ILedger, IDisposable
{
    private readonly string _account;
    private readonly TableClient _client;
    private readonly TableAtFirstUse _table;
    private readonly TableCommits _commits;
    private readonly TableHistory _history;

    /// <param name="options">Where it is.</param>
    /// <exception cref="InvalidOperationException">They name no connection string, nor an endpoint with a credential.</exception>
    public TableLedger(TableLedgerOptions options)
    {
        _account = options.Account;
        _client = options.Open(repeats: 2);
        _table = new TableAtFirstUse(_client, Transactions);
        _commits = new TableCommits(options.Open(repeats: 0), _table, Transactions, _account);
        _history = new TableHistory(_client, Transactions, _account);
    }

    /// <summary>What the storage was asked so far; repeats by the storage client are not in it.</summary>
    public TableTransactions Transactions { get; } = new();

    public Task<LedgerRow?> FindAsync(string key, CancellationToken cancellationToken) =>
        ReachAsync($"reading {key}", () => FindRowAsync(key, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<LedgerRow>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        ReachAsync(
            $"listing {prefix}",
            () => QueryAsync(_account, prefix, TableRow.Read, row => row.Key, cancellationToken),
            cancellationToken);

    public Task<CommitOutcome> CommitAsync(IReadOnlyList<LedgerChange> changes, CancellationToken cancellationToken)
    {
        LedgerRules.Check(changes);
        return _commits.CommitAsync(changes, cancellationToken);
    }

    public Task AppendAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            LedgerRules.Check(row);
        }

        return ReachAsync(
            $"appending {rows.Count} rows of history",
            async () =>
            {
                await _history.AppendAsync(rows, cancellationToken).ConfigureAwait(false);
                return rows.Count;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<HistoryRow>> ReadHistoryAsync(string stream, CancellationToken cancellationToken) => ReachAsync(
        $"reading {stream}",
        () => QueryAsync(
            TableRow.PartitionOf(_account, stream), "", row => TableRow.Read(stream, row), row => row.Key, cancellationToken),
        cancellationToken);

    public void Dispose() => _table.Dispose();

    private async Task<LedgerRow?> FindRowAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            Transactions.CountRead();
            var answer = await _client.GetEntityAsync<TableEntity>(
                TableKey.Of(_account), TableKey.Of(key), cancellationToken: cancellationToken).ConfigureAwait(false);
            return TableRow.Read(answer.Value);
        }
        catch (RequestFailedException e) when (TableFailures.IsAbsent(e))
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<T>> QueryAsync<T>(
        string partition, string prefix, Func<TableEntity, T> read, Func<T, string> key, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var filter = Filter(TableKey.Of(partition), TableKey.Of(prefix));
        var pages = _client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);
        await foreach (var page in pages.AsPages().ConfigureAwait(false))
        {
            Transactions.CountRead();
            rows.AddRange(page.Values.Select(read));
        }

        // The table sorts by escaped key.
        return [.. rows.OrderBy(key, StringComparer.Ordinal)];
    }

    private static string Filter(string partition, string prefix) => prefix.Length == 0
        ? TableClient.CreateQueryFilter($"PartitionKey eq {partition}")
        : TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {TableKey.After(prefix)}");

    private async Task<T> ReachAsync<T>(string what, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            await _table.EnsureAsync(cancellationToken).ConfigureAwait(false);
            return await call().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (TableFailures.IsOfStorage(e))
        {
            if (TableFailures.IsTableAbsent(e))
            {
                _table.Forget();
            }

            throw TableFailures.Unavailable(what, e);
        }
    }
}
