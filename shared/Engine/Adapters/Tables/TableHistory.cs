using Azure;
using Azure.Data.Tables;
using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.Engine.Adapters.Tables;

/// <summary>Appends history rows, in transactions as far as that goes. Writing a row twice is writing it once.</summary>
internal sealed class TableHistory(TableClient client, TableTransactions transactions, string account)
{
    // A transaction takes 4 MiB of JSON, in which a character may need six bytes.
    private const int CharactersPerBatch = 500_000;

    public async Task AppendAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken)
    {
        foreach (var stream in rows.GroupBy(row => row.Stream, StringComparer.Ordinal))
        {
            foreach (var batch in Batches(stream.DistinctBy(row => row.Key, StringComparer.Ordinal)))
            {
                await AppendBatchAsync(batch, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<IReadOnlyList<HistoryRow>> Batches(IEnumerable<HistoryRow> rows)
    {
        var batch = new List<HistoryRow>();
        var characters = 0;
        foreach (var row in rows)
        {
            if (batch.Count > 0 && (batch.Count == ILedger.ChangesPerCommit || characters + row.Json.Length > CharactersPerBatch))
            {
                yield return batch;
                batch = [];
                characters = 0;
            }

            batch.Add(row);
            characters += row.Json.Length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async Task AppendBatchAsync(IReadOnlyList<HistoryRow> batch, CancellationToken cancellationToken)
    {
        var entities = batch.Select(row => TableRow.Of(account, row)).ToList();
        var inserts = entities.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity));
        try
        {
            transactions.CountWrite();
            await client.SubmitTransactionAsync(inserts, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (TableFailures.IsExisting(e))
        {
            // Some are there from an earlier try, and the transaction says only which one is the first.
            foreach (var entity in entities)
            {
                await AppendOneAsync(entity, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task AppendOneAsync(TableEntity entity, CancellationToken cancellationToken)
    {
        try
        {
            transactions.CountWrite();
            await client.AddEntityAsync(entity, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (TableFailures.IsExisting(e))
        {
            // Written before: what is there stays.
        }
    }
}
