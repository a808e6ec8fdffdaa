using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using ExitDesk.TestKit.Azurite;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TransactionTests(AzuriteFixture azurite)
{
    [SkippableFact]
    public async Task WhenAllActionsHold_EachIsAnsweredWithItsRowsVersion()
    {
        var table = await azurite.NewTableAsync();
        var merged = (await table.AddEntityAsync(new TableEntity("p", "merged") { ["Old"] = "ü" })).Headers.ETag!.Value;
        var replaced = (await table.AddEntityAsync(new TableEntity("p", "replaced") { ["Old"] = 1 })).Headers.ETag!.Value;
        var deleted = (await table.AddEntityAsync(new TableEntity("p", "it's deleted"))).Headers.ETag!.Value;

        var answer = await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, EveryType.Row("p", "added")),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "merged") { ["New"] = 1 }, merged),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "replaced") { ["New"] = 1 }, replaced),
            new(TableTransactionActionType.Delete, new TableEntity("p", "it's deleted"), deleted),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "upserted") { ["New"] = 1 }),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "put") { ["New"] = 1 }),
        ]);

        Assert.Equal([204, 204, 204, 204, 204, 204], answer.Value.Select(part => part.Status));
        Assert.Equal(["added", "merged", "put", "replaced", "upserted"], await table.KeysAsync(null));
        var row = (await table.GetEntityAsync<TableEntity>("p", "merged")).Value;
        Assert.Equal("ü", row.GetString("Old"));
        Assert.Equal(answer.Value[1].Headers.ETag, row.ETag);
        Assert.False((await table.GetEntityAsync<TableEntity>("p", "replaced")).Value.ContainsKey("Old"));
        EveryType.AssertHeldBy((await table.GetEntityAsync<TableEntity>("p", "added")).Value);
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(57)]
    [InlineData(99)]
    public async Task WhenOneOfAHundredFails_TheExceptionNamesIt_AndNothingTookEffect(int failing)
    {
        var table = await azurite.NewTableAsync();
        var stale = (await table.AddEntityAsync(new TableEntity("p", Key(failing)))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", Key(failing)) { ["By"] = "other" });
        var actions = Enumerable.Range(0, 100).Select(index => index == failing
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, new TableEntity("p", Key(index)), stale)
            : new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", Key(index))));

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(actions));

        Assert.Equal(failing, refused.FailedTransactionActionIndex);
        Assert.Equal(412, refused.Status);
        Assert.Equal(TableErrorCode.UpdateConditionNotSatisfied.ToString(), refused.ErrorCode);
        Assert.Equal("other", (await table.GetEntityAsync<TableEntity>("p", Key(failing))).Value.GetString("By"));
        Assert.Single(await table.KeysAsync(null));
    }

    [SkippableFact]
    public async Task WhenARowToAddExists_TheExceptionSaysSo()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "there"));

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "new")),
            new(TableTransactionActionType.Add, new TableEntity("p", "there")),
        ]));

        Assert.Equal(1, refused.FailedTransactionActionIndex);
        Assert.Equal(409, refused.Status);
        Assert.Equal(TableErrorCode.EntityAlreadyExists.ToString(), refused.ErrorCode);
    }

    [SkippableFact]
    public async Task WhenARowToDeleteIsMissing_TheTransactionFails()
    {
        var table = await azurite.NewTableAsync();

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "new")),
            new(TableTransactionActionType.Delete, new TableEntity("p", "missing")),
        ]));

        Assert.Equal(404, refused.Status);
        Assert.Empty(await table.KeysAsync(null));
    }

    [SkippableFact]
    public async Task WhenThereAreMoreThanAHundredActions_IsRefused()
    {
        var table = await azurite.NewTableAsync();
        var actions = Enumerable.Range(0, 101)
            .Select(index => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", Key(index))));

        var refused = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(actions));

        Assert.Equal(400, refused.Status);
        Assert.Empty(await table.KeysAsync(null));
    }

    [SkippableFact]
    public async Task WhenThereIsNoAction_Throws()
    {
        var table = await azurite.NewTableAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
    }

    private static string Key(int index) => index.ToString("D3", CultureInfo.InvariantCulture);
}
