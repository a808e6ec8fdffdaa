using ExitDesk.Engine.Ports.Ledger;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

public sealed class TableLedgerFailureTests
{
    private static readonly LedgerChange[] OnePut = [new LedgerChange.Put("a:1", "1")];

    [Theory]
    [InlineData(503, "ServerBusy")]
    [InlineData(500, "InternalError")]
    [InlineData(504, "OperationTimedOut")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(403, "AuthorizationFailure")]
    [InlineData(404, "TableNotFound")]
    [InlineData(409, "TableBeingDeleted")]
    public async Task WhenStorageFailsACommit_OutcomeIsUnknownAfterOneRequest(int status, string code)
    {
        await using var stub = await StorageStub.StartAsync(context => StorageStub.FailAsync(context, status, code));

        var outcome = await stub.Ledger.CommitAsync(OnePut, CancellationToken.None);

        Assert.Equal(new CommitOutcome.Unknown($"the storage answered {status} {code}"), outcome);
        Assert.Equal(1, stub.Batches);
    }

    [Fact]
    public async Task WhenConnectionBreaksDuringACommit_OutcomeIsUnknownAfterOneRequest()
    {
        await using var stub = await StorageStub.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.IsType<CommitOutcome.Unknown>(await stub.Ledger.CommitAsync(OnePut, CancellationToken.None));
        Assert.Equal(1, stub.Batches);
    }

    [Fact]
    public async Task WhenCallerGivesUpDuringACommit_OutcomeIsUnknown()
    {
        using var end = new CancellationTokenSource();
        await using var stub = await StorageStub.StartAsync(async context =>
        {
            await end.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(
                _ => { }, TaskScheduler.Default);
        });

        Assert.IsType<CommitOutcome.Unknown>(await stub.Ledger.CommitAsync(OnePut, end.Token));
    }

    [Theory]
    [InlineData(413, "ContentLengthExceeded")]
    [InlineData(400, "InvalidInput")]
    public async Task WhenStorageFindsTheRequestWrong_ItIsABug(int status, string code)
    {
        await using var stub = await StorageStub.StartAsync(context => StorageStub.FailAsync(context, status, code));

        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => stub.Ledger.CommitAsync(OnePut, CancellationToken.None));

        Assert.StartsWith(
            $"the storage answered {status} {code} to a commit of 1 changes", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "InternalError", 3)]
    [InlineData(403, "AuthorizationFailure", 1)]
    [InlineData(404, "TableNotFound", 1)]
    public async Task WhenStorageFailsARead_ItIsUnavailableAndNeverEmpty(int status, string code, int requests)
    {
        await using var stub = await StorageStub.StartAsync(context => StorageStub.FailAsync(context, status, code));

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => stub.Ledger.FindAsync("a:1", CancellationToken.None));

        Assert.Equal(requests, stub.Requests.Count(request => request.StartsWith("GET", StringComparison.Ordinal)));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => stub.Ledger.ListAsync("a:", CancellationToken.None));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => stub.Ledger.ReadHistoryAsync("audit", CancellationToken.None));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(409)]
    public async Task WhenRefusalHasNoCode_NothingIsConcludedFromIt(int status)
    {
        await using var stub = await StorageStub.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        Assert.IsType<CommitOutcome.Unknown>(await stub.Ledger.CommitAsync(OnePut, CancellationToken.None));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => stub.Ledger.FindAsync("a:1", CancellationToken.None));
    }

    [Fact]
    public async Task WhenLaterPageFails_ListIsUnavailableAndNeverShorter()
    {
        await using var stub = await StorageStub.StartAsync(context =>
        {
            if (context.Request.Query.ContainsKey("NextPartitionKey"))
            {
                return StorageStub.FailAsync(context, 403, "AuthorizationFailure");
            }

            context.Response.StatusCode = 200;
            context.Response.ContentType = "application/json";
            context.Response.Headers["x-ms-continuation-NextPartitionKey"] = "1!8!UEEzVEVTVA--";
            context.Response.Headers["x-ms-continuation-NextRowKey"] = "1!4!YToy";
            return context.Response.WriteAsync(
                """{"value":[{"odata.etag":"W/\"1\"","PartitionKey":"PA3TEST","RowKey":"a:1","Data":"1"}]}""");
        });

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => stub.Ledger.ListAsync("a:", CancellationToken.None));
        Assert.Equal(1, stub.Ledger.Transactions.Reads);
    }

    [Fact]
    public async Task WhenHistoryCannotBeWritten_LedgerIsUnavailable()
    {
        await using var stub = await StorageStub.StartAsync(
            context => StorageStub.FailAsync(context, 403, "AuthorizationFailure"));
        HistoryRow[] rows = [new("audit", "a", "{}", new Dictionary<string, object>())];

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => stub.Ledger.AppendAsync(rows, CancellationToken.None));
    }

    [Fact]
    public async Task WhenManyCallsComeAtOnce_TableIsMadeOnce()
    {
        await using var stub = await StorageStub.StartAsync(context => StorageStub.FailAsync(context, 404, "ResourceNotFound"));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => stub.Ledger.FindAsync($"a:{i}", CancellationToken.None)));

        Assert.Single(stub.Requests, request => request == "POST Tables");
    }

    [Fact]
    public async Task WhenTableCannotBeMade_NextCallTriesAgain()
    {
        var tries = 0;
        await using var stub = await StorageStub.StartWithTablesAsync(context =>
        {
            if (StorageStub.IsTableRequest(context) && Interlocked.Increment(ref tries) > 1)
            {
                context.Response.StatusCode = 204;
                return Task.CompletedTask;
            }

            return StorageStub.IsTableRequest(context)
                ? StorageStub.FailAsync(context, 403, "AuthorizationFailure")
                : StorageStub.FailAsync(context, 404, "ResourceNotFound");
        });

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => stub.Ledger.FindAsync("a:1", CancellationToken.None));
        Assert.Null(await stub.Ledger.FindAsync("a:1", CancellationToken.None));
    }
}
