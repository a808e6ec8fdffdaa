using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.TestKit.Ledgers;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

public sealed class InMemoryLedgerTests : LedgerContractTests
{
    protected override ILedger Open() => new InMemoryLedger();
}
