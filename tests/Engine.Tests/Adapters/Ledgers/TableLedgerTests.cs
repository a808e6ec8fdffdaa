using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.TestKit.Azurite;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

[Collection(nameof(AzuriteTests))]
public sealed class TableLedgerTests(AzuriteFixture azurite) : LedgerContractTests
{
    protected override ILedger Open() => AzuriteTests.Open(azurite);
}
