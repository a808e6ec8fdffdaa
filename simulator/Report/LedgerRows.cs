using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using ExitDesk.Simulator.Desk;

namespace ExitDesk.Simulator.Report;

/// <summary>Reads what the function app wrote into its ledger, from the outside: the table is the only thing they share.</summary>
public sealed class LedgerRows(string connectionString)
{
    private const string Table = "exitdesk";

    private readonly TableClient _table = new(connectionString, Table);

    /// <summary>Documents of one kind in the account's partition, by row key.</summary>
    public Task<IReadOnlyList<JsonObject>> OfKindAsync(string kind, CancellationToken cancellationToken) => QueryAsync(
        TableClient.CreateQueryFilter($"PartitionKey eq {DeskSettings.Account} and RowKey ge {kind + ":"} and RowKey lt {kind + ";"}"), cancellationToken);

    /// <summary>Documents of all history streams whose names begin with a word, for instance <c>trades</c>.</summary>
    public Task<IReadOnlyList<JsonObject>> OfHistoryAsync(string stream, CancellationToken cancellationToken) => QueryAsync(
        TableClient.CreateQueryFilter(
            $"PartitionKey ge {$"{DeskSettings.Account}:{stream}:"} and PartitionKey lt {$"{DeskSettings.Account}:{stream};"}"),
        cancellationToken);

    private async Task<IReadOnlyList<JsonObject>> QueryAsync(string filter, CancellationToken cancellationToken)
    {
        var documents = new List<JsonObject>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var parts = row.Where(column => column.Key.StartsWith("Data", StringComparison.Ordinal))
                .OrderBy(column => column.Key.Length).ThenBy(column => column.Key, StringComparer.Ordinal)
                .Select(column => (string)column.Value);
            documents.Add(JsonSerializer.Deserialize<JsonObject>(string.Concat(parts))!);
        }

        return documents;
    }
}
