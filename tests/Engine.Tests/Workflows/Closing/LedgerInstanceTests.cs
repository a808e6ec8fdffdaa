using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.TestKit.Ledgers;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

public sealed class LedgerInstanceTests
{
    private readonly InMemoryLedger _ledger = new();
    private readonly LedgerInstance _instance;

    public LedgerInstanceTests() => _instance = new LedgerInstance(
        _ledger, new DeskLedger(_ledger, new DeskOptions("paper", TradingMode.Active, Management.Managed)), new Tokens());

    [Fact]
    public async Task WhenAProcessOutlivesItsLedger_TheNewOneHasAnotherName()
    {
        var lost = await _instance.FindAsync(default);
        await _ledger.CommitAsync([new LedgerChange.Delete(LedgerKeys.Instance)], default);
        var begunAnew = await _instance.FindAsync(default);
        Assert.NotNull(begunAnew);
        Assert.NotEqual(lost, begunAnew);
    }

    [Fact]
    public async Task WhenAnotherProcessNamedTheNewLedger_ItsNameIsTaken()
    {
        await _instance.FindAsync(default);
        await _ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Instance, LedgerJson.Write(new LedgerIdentity("0123abcd")))], default);
        Assert.Equal("0123abcd", await _instance.FindAsync(default));
    }

    [Fact]
    public async Task WhileTheLedgerStays_SoDoesItsName() =>
        Assert.Equal(await _instance.FindAsync(default), await _instance.FindAsync(default));
}
