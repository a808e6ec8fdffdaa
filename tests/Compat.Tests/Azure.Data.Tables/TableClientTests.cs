using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using ExitDesk.TestKit.Azurite;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableClientTests(AzuriteFixture azurite)
{
    [SkippableFact]
    public async Task WhenTheTableExists_CreateIfNotExistsAnswersWithItAgain()
    {
        var table = await azurite.NewTableAsync();

        var again = await table.CreateIfNotExistsAsync();

        Assert.Equal(table.Name, again.Value.Name);
    }

    [SkippableFact]
    public async Task WhenTheTableNameIsInvalid_CreateFails()
    {
        Skip.If(azurite.SkipReason is not null, azurite.SkipReason);
        var table = new TableClient(azurite.ConnectionString, "no-dashes");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync());

        Assert.Equal(400, refused.Status);
    }

    [SkippableFact]
    public async Task WhenWritingEveryType_ReadsThemBack()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(EveryType.Row("p", "r"));

        EveryType.AssertHeldBy((await table.GetEntityAsync<TableEntity>("p", "r")).Value);
    }

    [SkippableFact]
    public async Task WhenTheRowIsAClass_ItsPropertiesComeBack()
    {
        var table = await azurite.NewTableAsync();
        var written = new Quote
        {
            PartitionKey = "p",
            RowKey = "r",
            Bid = 2,
            Volume = 7,
            Day = DayOfWeek.Friday,
            At = EveryType.When,
            Note = "kept out",
        };
        await table.AddEntityAsync(written);

        var read = (await table.GetEntityAsync<Quote>("p", "r")).Value;

        Assert.Equal(2.0, read.Bid);
        Assert.Equal(7, read.Volume);
        Assert.Equal(DayOfWeek.Friday, read.Day);
        Assert.Equal(EveryType.When, read.At);
        Assert.Null(read.Ask);
        Assert.Null(read.Note);
        Assert.NotNull(read.Timestamp);
        Assert.NotEqual(default, read.ETag);
    }

    [SkippableFact]
    public async Task WhenARowExists_AddIsRefusedAsAlreadyExisting()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(409, refused.Status);
        Assert.Equal(TableErrorCode.EntityAlreadyExists.ToString(), refused.ErrorCode);
        Assert.True(refused.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [SkippableTheory]
    [InlineData(TableUpdateMode.Merge, true)]
    [InlineData(TableUpdateMode.Replace, false)]
    public async Task WhenUpserting_TheModeDecidesWhatStays(TableUpdateMode mode, bool stays)
    {
        var table = await azurite.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Old"] = 1 }, mode);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["New"] = 2 }, mode);

        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(stays, row.ContainsKey("Old"));
        Assert.Equal(2, row.GetInt32("New"));
    }

    [SkippableTheory]
    [InlineData(TableUpdateMode.Merge, true)]
    [InlineData(TableUpdateMode.Replace, false)]
    public async Task WhenUpdating_TheModeDecidesWhatStays(TableUpdateMode mode, bool stays)
    {
        var table = await azurite.NewTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Old"] = 1 });
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["New"] = 2 }, added.Headers.ETag!.Value, mode);

        Assert.Equal(stays, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ContainsKey("Old"));
    }

    [SkippableTheory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task WhenAnotherWroteInBetween_UpdateIsRefused_AndNothingChanges(TableUpdateMode mode)
    {
        var table = await azurite.NewTableAsync();
        var stale = (await table.AddEntityAsync(new TableEntity("p", "r") { ["By"] = "first" })).Headers.ETag!.Value;
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["By"] = "other" }, stale);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["By"] = "late" }, stale, mode));

        Assert.Equal(412, refused.Status);
        Assert.Equal(TableErrorCode.UpdateConditionNotSatisfied.ToString(), refused.ErrorCode);
        Assert.Equal("other", (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetString("By"));
    }

    [SkippableFact]
    public async Task WhenUpdatingAMissingRow_IsRefusedAsNotFound()
    {
        var table = await azurite.NewTableAsync();

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All));

        Assert.Equal(404, refused.Status);
    }

    [SkippableFact]
    public async Task WhenUpdatingWithoutAVersion_Throws()
    {
        var table = await azurite.NewTableAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default));
    }

    [SkippableFact]
    public async Task WhenDeleting_TheVersionCounts_AndAMissingRowIsNoFailure()
    {
        var table = await azurite.NewTableAsync();
        var stale = (await table.AddEntityAsync(new TableEntity("p", "it's"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "it's") { ["New"] = true });

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "it's", stale));
        var deleted = await table.DeleteEntityAsync("p", "it's");
        var again = await table.DeleteEntityAsync("p", "it's");

        Assert.Equal([412, 204, 404], [refused.Status, deleted.Status, again.Status]);
    }

    [SkippableFact]
    public async Task WhenARowIsMissing_GetThrows_AndGetIfExistsAnswersWithoutAValue()
    {
        var table = await azurite.NewTableAsync();

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r"));
        var missing = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var found = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.Equal(404, refused.Status);
        Assert.Equal(TableErrorCode.ResourceNotFound.ToString(), refused.ErrorCode);
        Assert.False(missing.HasValue);
        Assert.Throws<InvalidOperationException>(() => missing.Value);
        Assert.Equal("r", found.Value!.RowKey);
    }

    [SkippableFact]
    public async Task WhenTheTableIsMissing_TheErrorNamesIt()
    {
        Skip.If(azurite.SkipReason is not null, azurite.SkipReason);
        var table = new TableClient(azurite.ConnectionString, azurite.NewTableName());

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(404, refused.Status);
        Assert.Equal(TableErrorCode.TableNotFound.ToString(), refused.ErrorCode);
    }

    [SkippableFact]
    public async Task WhenATypeCannotBeStored_ThrowsBeforeAnythingIsSent()
    {
        var table = await azurite.NewTableAsync();

        var thrown = await Assert.ThrowsAsync<NotSupportedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r") { ["Price"] = 1.10m }));

        Assert.Contains("'Price'", thrown.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task WhenReachedThroughTheService_ATableCanBeCreatedAndDeleted()
    {
        Skip.If(azurite.SkipReason is not null, azurite.SkipReason);
        var service = new TableServiceClient(azurite.ConnectionString);
        var name = azurite.NewTableName();

        var created = await service.CreateTableIfNotExistsAsync(name);
        await service.GetTableClient(name).AddEntityAsync(new TableEntity("p", "r"));
        var deleted = await service.DeleteTableAsync(name);
        var again = await service.DeleteTableAsync(name);

        Assert.Equal(name, created.Value.Name);
        Assert.Equal([204, 404], [deleted.Status, again.Status]);
        Assert.Equal(azurite.Address, service.Uri);
        Assert.Equal("devstoreaccount1", service.AccountName);
    }
}
