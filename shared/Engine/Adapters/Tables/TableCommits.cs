using Azure;
using Azure.Data.Tables;
using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.Engine.Adapters.Tables;

/// <summary>Writes changes as one entity-group transaction.</summary>
/// <param name="client">
/// One that never repeats a call: a repeat after a lost answer would meet its own writes and take them for somebody else's.
/// </param>
internal sealed class TableCommits(TableClient client, TableAtFirstUse table, TableTransactions transactions, string account)
{
    /// <exception cref="ArgumentException">The storage finds the request itself wrong, as one beyond 4 MiB.</exception>
    public async Task<CommitOutcome> CommitAsync(IReadOnlyList<LedgerChange> changes, CancellationToken cancellationToken)
    {
        var pending = changes;
        try
        {
            await table.EnsureAsync(cancellationToken).ConfigureAwait(false);
            while (pending.Count > 0)
            {
                var (outcome, absent) = await TryAsync(pending, cancellationToken).ConfigureAwait(false);
                if (outcome is not null)
                {
                    return outcome;
                }

                pending = [.. pending.Where(change => change != absent)];
            }
        }
        catch (RequestFailedException e) when (TableFailures.IsBug(e))
        {
            var what = $"{TableFailures.Describe(e)} to a commit of {pending.Count} changes";
            throw new ArgumentException(what, nameof(changes), e);
        }
        catch (Exception e) when (TableFailures.IsOfStorage(e))
        {
            if (TableFailures.IsTableAbsent(e))
            {
                table.Forget();
            }

            return new CommitOutcome.Unknown(TableFailures.Describe(e));
        }

        return new CommitOutcome.Committed(new Dictionary<string, string>());
    }

    // Storage refuses to delete what is not there. Where no version was asked for that is as good as done: the change is left
    // out and the rest sent again, which is safe because a refused transaction has done nothing.
    private async Task<(CommitOutcome? Outcome, LedgerChange? Absent)> TryAsync(
        IReadOnlyList<LedgerChange> changes, CancellationToken cancellationToken)
    {
        try
        {
            transactions.CountWrite();
            var answer = await client.SubmitTransactionAsync(changes.Select(Action), cancellationToken).ConfigureAwait(false);
            return (new CommitOutcome.Committed(Versions(changes, answer.Value)), null);
        }
        catch (TableTransactionFailedException e) when (TableFailures.IsConflict(e) && FailedChange(changes, e) is { } change)
        {
            return TableFailures.IsAbsent(e) && change is LedgerChange.Delete { Version: null }
                ? (null, change)
                : (new CommitOutcome.Conflict(change.Key), null);
        }
    }

    private TableTransactionAction Action(LedgerChange change) => change switch
    {
        LedgerChange.Insert insert => new(TableTransactionActionType.Add, TableRow.Of(account, insert.Key, insert.Json)),
        LedgerChange.Replace replace => new(
            TableTransactionActionType.UpdateReplace, TableRow.Of(account, replace.Key, replace.Json), new ETag(replace.Version)),
        LedgerChange.Put put => new(TableTransactionActionType.UpsertReplace, TableRow.Of(account, put.Key, put.Json)),
        LedgerChange.Delete delete => new(
            TableTransactionActionType.Delete,
            new TableEntity(TableKey.Of(account), TableKey.Of(delete.Key)),
            delete.Version is { } version ? new ETag(version) : ETag.All),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "a kind of change that this ledger does not know"),
    };

    private static LedgerChange? FailedChange(IReadOnlyList<LedgerChange> changes, TableTransactionFailedException e) =>
        e.FailedTransactionActionIndex is { } index && index < changes.Count ? changes[index] : null;

    private static Dictionary<string, string> Versions(
        IReadOnlyList<LedgerChange> changes, IReadOnlyList<Response> answers) => changes
        .Zip(answers, (change, answer) => (change, answer.Headers.ETag))
        .Where(pair => pair.change is not LedgerChange.Delete && pair.ETag is not null)
        .ToDictionary(pair => pair.change.Key, pair => pair.ETag!.Value.ToString(), StringComparer.Ordinal);
}
