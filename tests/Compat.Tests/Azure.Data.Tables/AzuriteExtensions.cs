using Azure.Data.Tables;
using ExitDesk.TestKit.Azurite;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

internal static class AzuriteExtensions
{
    /// <summary>A new, empty table; skips the test where there is no Azurite.</summary>
    public static async Task<TableClient> NewTableAsync(this AzuriteFixture azurite)
    {
        Skip.If(azurite.SkipReason is not null, azurite.SkipReason);
        var table = new TableClient(azurite.ConnectionString, azurite.NewTableName());
        await table.CreateIfNotExistsAsync();
        return table;
    }

    public static async Task<List<string>> KeysAsync(this TableClient table, string? filter)
    {
        var keys = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter))
        {
            keys.Add(row.RowKey);
        }

        return keys;
    }
}
