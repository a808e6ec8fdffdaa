using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using ExitDesk.TestKit.Azurite;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

/// <summary>This client and the official JavaScript one, each on what the other wrote.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class JavaScriptExchangeTests(AzuriteFixture azurite)
{
    [SkippableFact]
    public async Task WhenJavaScriptWritesEveryType_ReadsThem()
    {
        var table = await azurite.NewTableAsync();
        await JavaScriptTables.RunAsync(azurite.ConnectionString, table.Name, "write", "it's", "position:1");

        var row = await table.GetEntityAsync<TableEntity>("it's", "position:1");

        Assert.Equal("it's", row.Value.PartitionKey);
        EveryType.AssertHeldBy(row.Value);
    }

    [SkippableFact]
    public async Task WhenWritingEveryType_JavaScriptReadsThem()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(EveryType.Row("it's", "position:1 ü"));

        var row = await JavaScriptTables.RunAsync(azurite.ConnectionString, table.Name, "read", "it's", "position:1 ü");

        Assert.Equal("it's", row.GetProperty("partitionKey").GetString());
        Assert.Equal(EveryType.Text, Value("Text"));
        Assert.Equal("", Value("Empty"));
        Assert.Equal("true", Value("Flag"));
        Assert.Equal("-2147483648", Value("Whole"));
        Assert.Equal("9223372036854775807", Value("Long", "Int64"));
        Assert.Equal("1.25", Value("Price"));
        Assert.Equal("1", Value("Round"));
        Assert.Equal("NaN", Value("Undefined", "Double"));
        Assert.Equal("Infinity", Value("Above", "Double"));
        Assert.Equal("-Infinity", Value("Below", "Double"));
        Assert.Equal("2026-11-20T14:30:00.1234567Z", Value("When", "DateTime"));
        Assert.Equal(EveryType.Id.ToString(), Value("Id", "Guid"));
        Assert.Equal(Convert.ToBase64String(EveryType.Bytes), Value("Bytes", "Binary"));
        Assert.False(row.TryGetProperty("Nothing", out _));

        // The JavaScript client names the type of what JSON cannot tell; the value stands below it as text.
        string Value(string name, string? type = null)
        {
            var property = row.GetProperty(name);
            if (property.ValueKind is not JsonValueKind.Object)
            {
                return property.ValueKind is JsonValueKind.String ? property.GetString()! : property.GetRawText();
            }

            if (type is not null)
            {
                Assert.Equal(type, property.GetProperty("type").GetString());
            }

            return property.GetProperty("value").ToString();
        }
    }

    [SkippableFact]
    public async Task WhenEachUpdatesOnTheOthersETag_BothAreAccepted_AndTheOldOneIsRefused()
    {
        var table = await azurite.NewTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Step"] = 1 });
        var first = added.Headers.ETag!.Value;

        var second = await JavaScriptTables.RunAsync(azurite.ConnectionString, table.Name, "update", "p", "r", first.ToString());
        var mine = new TableEntity("p", "r") { ["Step"] = 2 };
        var third = await table.UpdateEntityAsync(mine, new ETag(second.GetString()!));
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(mine, first));

        Assert.Equal(412, refused.Status);
        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(third.Headers.ETag, row.ETag);
        Assert.True(row.GetBoolean("Seen"));
        Assert.Equal(2, row.GetInt32("Step"));
    }

    [SkippableFact]
    public async Task WhenJavaScriptCommitsATransaction_ReadsItsRows()
    {
        var table = await azurite.NewTableAsync();

        var committed = await JavaScriptTables.RunAsync(azurite.ConnectionString, table.Name, "fill", "p", "100");

        Assert.Equal(100, committed.GetInt32());
        Assert.Equal(100, (await table.KeysAsync(null)).Count);
    }

    [SkippableFact]
    public async Task WhenThereAreMoreThanAThousandRows_BothReadTheSamePages()
    {
        var table = await azurite.NewTableAsync();
        for (var batch = 0; batch < 11; batch++)
        {
            await table.SubmitTransactionAsync(Enumerable.Range(batch * 100, 100).Select(index => new TableTransactionAction(
                TableTransactionActionType.Add,
                new TableEntity("p", index.ToString("D4", CultureInfo.InvariantCulture)) { ["Index"] = index })));
        }

        var pages = new List<int>();
        var seen = new HashSet<int>();
        await foreach (var page in table.QueryAsync<TableEntity>().AsPages())
        {
            pages.Add(page.Values.Count);
            seen.UnionWith(page.Values.Select(row => row.GetInt32("Index")!.Value));
        }

        var theirs = await JavaScriptTables.RunAsync(azurite.ConnectionString, table.Name, "count");
        Assert.Equal([1000, 100], pages);
        Assert.Equal(1100, seen.Count);
        Assert.Equal(2, theirs.GetProperty("pages").GetInt32());
        Assert.Equal(1100, theirs.GetProperty("rows").GetInt32());
    }

    [SkippableFact]
    public async Task WhenAFilterIsBuiltHere_JavaScriptFindsTheSameRow()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(EveryType.Row("it's", "wanted"));
        await table.AddEntityAsync(new TableEntity("it's", "other") { ["Text"] = "x" });
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {"it's"} and Text eq {EveryType.Text} and Long eq {long.MaxValue} and Id eq {EveryType.Id}");

        var theirs = await JavaScriptTables.RunAsync(azurite.ConnectionString, table.Name, "filter", filter);

        Assert.Equal("wanted", Assert.Single(theirs.EnumerateArray()).GetString());
        Assert.Equal(["wanted"], await table.KeysAsync(filter));
    }
}
