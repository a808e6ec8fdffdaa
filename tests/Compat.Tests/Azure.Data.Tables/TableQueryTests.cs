using Azure.Data.Tables;
using ExitDesk.TestKit.Azurite;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableQueryTests(AzuriteFixture azurite)
{
    [SkippableFact]
    public async Task WhenPropertiesAreSelected_OnlyTheyComeBack()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Wanted"] = 1, ["Other"] = 2 });

        var read = (await table.GetEntityAsync<TableEntity>("p", "r", ["Wanted"])).Value;
        var found = await table.QueryAsync<TableEntity>(select: ["RowKey", "Wanted"]).ToListAsync();

        Assert.False(read.ContainsKey("Other"));
        Assert.Equal(1, read.GetInt32("Wanted"));
        Assert.False(found.Single().ContainsKey("Other"));
        Assert.Equal("r", found.Single().RowKey);
    }

    [SkippableFact]
    public async Task WhenAPageIsSmall_TheTokenLeadsToTheRest()
    {
        var table = await azurite.NewTableAsync();
        foreach (var key in (string[])["a", "b", "c", "d", "e"])
        {
            await table.AddEntityAsync(new TableEntity("p", key));
        }

        var first = await table.QueryAsync<TableEntity>(maxPerPage: 2).AsPages().FirstAsync();
        var rest = await table.QueryAsync<TableEntity>().AsPages(first.ContinuationToken).ToListAsync();

        Assert.Equal(["a", "b"], first.Values.Select(row => row.RowKey));
        Assert.Equal(["c", "d", "e"], rest.SelectMany(page => page.Values).Select(row => row.RowKey));
        Assert.Null(rest[^1].ContinuationToken);
    }
}
