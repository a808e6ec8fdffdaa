using ExitDesk.Engine.Adapters.Tables;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

public sealed class TableLedgerOptionsTests
{
    [Fact]
    public void WhenPrinted_ConnectionStringIsNotShown() => Assert.Equal(
        "table exitdesk, account PA1",
        $"{new TableLedgerOptions("PA1") { ConnectionString = StorageStub.ConnectionString(new Uri("http://127.0.0.1:1")) }}");

    [Fact]
    public void WhenNeitherConnectionNorEndpointIsSet_LedgerSaysSo() =>
        Assert.Throws<InvalidOperationException>(() => new TableLedger(new TableLedgerOptions("PA1")));
}
