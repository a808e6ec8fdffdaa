using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sync;

public sealed class UnknownOrderTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenAnOrderOfALostLedgerWorks_TheDeskSwitchesToMonitorAndSaysSoOnce()
    {
        await StrangeAsync("xd-lost-20151222-p.1-1");
        await _desk.SyncAsync();
        await _desk.SyncAsync();

        Assert.Equal(TradingMode.Monitor, (await SwitchesAsync()).Mode);
        Assert.Single(_desk.Desk.Shown, card => card.Html.Contains("<b>Unknown order</b>", StringComparison.Ordinal) && card.Html.Contains("xd-lost-20151222-p.1-1", StringComparison.Ordinal));
        Assert.Single(await _desk.AuditAsync(), row => row.Action == "unknown-order");
    }

    [Fact]
    public async Task WhenTheOwnerSwitchesBack_TheSameOrderChangesNothingAndANewOneDoes()
    {
        await StrangeAsync("xd-lost-1");
        await _desk.SyncAsync();
        await _desk.WriteAsync("/mode active");
        await _desk.PressAsync(_desk.Desk.Button("Switch to Active"));
        _desk.Restart();
        await _desk.SyncAsync();
        Assert.Equal(TradingMode.Active, (await SwitchesAsync()).Mode);

        await StrangeAsync("xd-lost-2");
        await _desk.SyncAsync();
        Assert.Equal(TradingMode.Monitor, (await SwitchesAsync()).Mode);
    }

    [Fact]
    public async Task WhenItIsInMonitorAlready_ItIsOnlySaid()
    {
        _desk.Options = _desk.Options with { InitialMode = TradingMode.Monitor };
        _desk.Restart();
        await StrangeAsync("xd-lost-1");
        await _desk.SyncAsync();

        Assert.Single(_desk.Desk.Shown, card => card.Html.Contains("<b>Unknown order</b>", StringComparison.Ordinal));
        Assert.DoesNotContain(await _desk.AuditAsync(), row => row.Action == "switched");
    }

    [Fact]
    public async Task WhenOurOwnWalkWorks_NothingHappens()
    {
        await _desk.HoldAsync(Contracts.Goog, 3, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.12m);
        await _desk.SweepAsync();
        await _desk.DrainAsync();
        await _desk.SyncAsync();

        Assert.Single(_desk.Broker.Tickets);
        Assert.Equal(TradingMode.Active, (await SwitchesAsync()).Mode);
    }

    [Fact]
    public async Task WhenAClosingCannotBeRead_NothingIsConcluded()
    {
        await StrangeAsync("xd-lost-1");
        await _desk.Ledger.CommitAsync([new Engine.Ports.Ledger.LedgerChange.Put(LedgerKeys.Closing("bad", 1), "{")], default);
        await _desk.SyncAsync();

        Assert.Equal(TradingMode.Active, (await SwitchesAsync()).Mode);
    }

    private async Task StrangeAsync(string id)
    {
        _desk.Broker.Hold(Contracts.Aapl, 5, 2.00m);
        var ticket = new OrderTicket(id, [OrderLeg.Of(Contracts.Aapl, PositionIntent.SellToClose)], 1, 3.00m);
        Assert.IsType<Engine.Ports.Broker.SubmitOutcome.Accepted>(await _desk.Broker.SubmitOrderAsync(ticket, default));
    }

    private Task<DeskSwitches> SwitchesAsync() => _desk.Get<DeskLedger>().SwitchesAsync(default);
}
