using Azure.Data.Tables;
using ExitDesk.Engine.Adapters.Tables;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.TestKit.Azurite;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

[Collection(nameof(AzuriteTests))]
public sealed class TableLedgerAzuriteTests(AzuriteFixture azurite)
{
    [SkippableFact]
    public async Task WhenAnswerIsLostAfterTheCommit_OutcomeIsUnknownAndNoConflictWithItself()
    {
        Skip.If(azurite.SkipReason is not null, azurite.SkipReason);
        await using var relay = new LossyRelay(azurite.Address);
        using var ledger = new TableLedger(new TableLedgerOptions("PA3TEST")
        {
            TableName = azurite.NewTableName(),
            ConnectionString = StorageStub.ConnectionString(relay.Address),
        });

        var outcome = await ledger.CommitAsync([new LedgerChange.Insert("a:1", "1")], CancellationToken.None);

        Assert.IsType<CommitOutcome.Unknown>(outcome);
        Assert.Equal(1, relay.Transactions);
        Assert.NotNull(await ledger.FindAsync("a:1", CancellationToken.None));
    }

    [SkippableFact]
    public async Task WhenTwoAccountsShareATable_TheyDoNotSeeEachOther()
    {
        Skip.If(azurite.SkipReason is not null, azurite.SkipReason);
        var table = azurite.NewTableName();
        using var one = Open(table, "PA1");
        using var other = Open(table, "PA1:audit");

        await one.CommitAsync([new LedgerChange.Insert("a:1", "1")], CancellationToken.None);

        Assert.Single(await one.ListAsync("", CancellationToken.None));
        Assert.Empty(await other.ListAsync("", CancellationToken.None));
    }

    [SkippableFact]
    public async Task WhenCallsAreMade_TransactionsAreCountedAsTheyAreBilled()
    {
        using var ledger = AzuriteTests.Open(azurite);
        foreach (var batch in Enumerable.Range(0, 1100).Chunk(100))
        {
            await ledger.CommitAsync([.. batch.Select(i => new LedgerChange.Insert($"a:{i}", ""))], CancellationToken.None);
        }

        await ledger.FindAsync("a:1", CancellationToken.None);
        await ledger.ListAsync("a:", CancellationToken.None);

        // One to make the table, eleven commits; one row, two pages.
        Assert.Equal((12, 3), (ledger.Transactions.Writes, ledger.Transactions.Reads));
    }

    [SkippableFact]
    public async Task WhenTheTableIsLostUnderARunningProcess_ReadsFailOnceAndTheLedgerBeginsAnew()
    {
        Skip.If(azurite.SkipReason is not null, azurite.SkipReason);
        var table = azurite.NewTableName();
        using var ledger = Open(table, "PA1");
        await ledger.CommitAsync([new LedgerChange.Insert("a:1", "1")], CancellationToken.None);
        await new TableClient(azurite.ConnectionString, table).DeleteAsync();

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.ListAsync("", CancellationToken.None));

        Assert.Empty(await ledger.ListAsync("", CancellationToken.None));
        Assert.IsType<CommitOutcome.Committed>(await ledger.CommitAsync([new LedgerChange.Insert("a:1", "2")], CancellationToken.None));
    }

    [SkippableFact]
    public async Task WhenTheTableIsLostBeforeACommit_ItsOutcomeIsUnknownAndTheNextOneIsWritten()
    {
        Skip.If(azurite.SkipReason is not null, azurite.SkipReason);
        var table = azurite.NewTableName();
        using var ledger = Open(table, "PA1");
        await ledger.CommitAsync([new LedgerChange.Insert("a:1", "1")], CancellationToken.None);
        await new TableClient(azurite.ConnectionString, table).DeleteAsync();

        Assert.IsType<CommitOutcome.Unknown>(await ledger.CommitAsync([new LedgerChange.Insert("a:2", "2")], CancellationToken.None));

        Assert.IsType<CommitOutcome.Committed>(await ledger.CommitAsync([new LedgerChange.Insert("a:2", "2")], CancellationToken.None));
        Assert.Single(await ledger.ListAsync("", CancellationToken.None));
    }

    private TableLedger Open(string table, string account) =>
        new(new TableLedgerOptions(account) { TableName = table, ConnectionString = azurite.ConnectionString });
}
