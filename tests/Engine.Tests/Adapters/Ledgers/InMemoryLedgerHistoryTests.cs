using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.TestKit.Ledgers;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

public sealed class InMemoryLedgerHistoryTests : LedgerHistoryContractTests
{
    protected override ILedger Open() => new InMemoryLedger();
}
