using Azure;
using Azure.Data.Tables;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Http;
using ExitDesk.Simulator.Storage;
using Xunit;

namespace ExitDesk.Simulator.Tests.Storage;

public sealed class StorageEndpointTests : IAsyncLifetime
{
    private readonly Wiretap _tap = new();
    private Azurite? _azurite;
    private string? _skipReason;

    public async Task InitializeAsync()
    {
        _skipReason = await NodeRuntime.ProblemAsync();
        if (_skipReason is null)
        {
            await NodePackages.OfSimulator(Console.Out).RestoreAsync();
            _azurite = await Azurite.StartAsync(new AzuriteOptions());
        }
    }

    public Task DisposeAsync() => _azurite?.DisposeAsync().AsTask() ?? Task.CompletedTask;

    [SkippableFact]
    public async Task WhenNothingGoesWrong_RowsAndTransactionsPassAndEachCallIsTappedTwice()
    {
        await using var endpoint = await StartAsync();
        var passed = 0;
        _tap.Passing += () => Interlocked.Increment(ref passed);
        var table = await TableAsync(endpoint);

        await table.SubmitTransactionAsync([Add("a"), Add("b")]);

        Assert.Equal(2, await CountAsync(table));
        Assert.Equal(6, passed);
    }

    [SkippableFact]
    public async Task WhenAConflictStrikes_ItIsThatOfTheFirstChangeThatWantsAVersionAndNothingIsWritten()
    {
        await using var endpoint = await StartAsync(Fault.StorageConflict);
        var table = await TableAsync(endpoint);
        await table.SubmitTransactionAsync([Add("a")]);
        var row = (await table.GetEntityAsync<TableEntity>("p", "a")).Value;

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [Add("b"), new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, row.ETag)]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (refused.Status, refused.ErrorCode, refused.FailedTransactionActionIndex));
        Assert.Equal(1, await CountAsync(table));
    }

    [SkippableFact]
    public async Task WhenTheTableIsBusy_ATransactionIsRefusedWhole()
    {
        await using var endpoint = await StartAsync(Fault.StorageBusy);
        var table = await TableAsync(endpoint);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.SubmitTransactionAsync([Add("a")]));

        Assert.Equal((409, "TableBeingDeleted"), (refused.Status, refused.ErrorCode));
        Assert.Equal(0, await CountAsync(table));
    }

    [SkippableFact]
    public async Task WhenTheServerIsBusy_SeveralCallsInARowAreRefused()
    {
        await using var endpoint = await StartAsync(Fault.StorageUnavailable);
        var table = Open(endpoint);

        for (var call = 1; call <= 8; call++)
        {
            var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync());
            Assert.Equal((503, "ServerBusy"), (refused.Status, refused.ErrorCode));
        }

        await table.CreateIfNotExistsAsync();
    }

    [SkippableFact]
    public async Task WhenTheAnswerToACommitIsLost_ItIsWritten()
    {
        await using var endpoint = await StartAsync(Fault.StorageTimeoutAfterCommit);
        var table = await TableAsync(endpoint);

        var lost = await Assert.ThrowsAsync<RequestFailedException>(() => table.SubmitTransactionAsync([Add("a")]));

        Assert.Equal(0, lost.Status);
        Assert.Equal(1, await CountAsync(table));
    }

    [SkippableFact]
    public async Task WhenTheStorageIsDown_CallsFailUntilItIsBack()
    {
        await using var endpoint = await StartAsync();
        var table = Open(endpoint);
        await _azurite!.StopAsync();
        Assert.Equal(0, (await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync())).Status);

        await _azurite.RestartAsync();

        await table.CreateIfNotExistsAsync();
    }

    private static TableTransactionAction Add(string key) => new(TableTransactionActionType.Add, new TableEntity("p", key));

    private static TableClient Open(StorageEndpoint endpoint)
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        return new TableClient(endpoint.ConnectionString, "rows", options);
    }

    private static async Task<TableClient> TableAsync(StorageEndpoint endpoint)
    {
        var table = Open(endpoint);
        await table.CreateIfNotExistsAsync();
        return table;
    }

    private static async Task<int> CountAsync(TableClient table)
    {
        var count = 0;
        await foreach (var _ in table.QueryAsync<TableEntity>("PartitionKey eq 'p'"))
        {
            count++;
        }

        return count;
    }

    private Task<StorageEndpoint> StartAsync(params Fault[] faults)
    {
        Skip.If(_skipReason is not null, _skipReason);
        return StorageEndpoint.StartAsync(_azurite!, new FaultPlan(faults.ToHashSet(), 1), _tap);
    }
}
