using ExitDesk.Engine.Adapters.Tables;
using ExitDesk.TestKit.Azurite;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

/// <summary>The tests that share one Azurite.</summary>
[CollectionDefinition(nameof(AzuriteTests))]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>
{
    /// <summary>A ledger in a table of its own.</summary>
    public static TableLedger Open(AzuriteFixture azurite)
    {
        Skip.If(azurite.SkipReason is not null, azurite.SkipReason);
        return new TableLedger(new TableLedgerOptions("PA3TEST")
        {
            TableName = azurite.NewTableName(),
            ConnectionString = azurite.ConnectionString,
        });
    }
}
