using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator;

public sealed class ButtonPressesTests
{
    private readonly DeskHarness _desk = new();

    public ButtonPressesTests()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"takeProfit": {"approval": "ask"}}}""");
        _desk.Restart();
    }

    [Fact]
    public async Task WhenCloseIsPressedTwice_OneOrderAndTheSecondSaysSo()
    {
        var button = await AskAsync("Close now");
        await _desk.PressAsync(button);
        await _desk.PressAsync(button);
        await _desk.RunUntilQuietAsync();

        Assert.Single(_desk.Broker.Closes);
        Assert.Contains("already", _desk.Desk.Toasts[^1], StringComparison.Ordinal);
        Assert.Equal(CloseAuthority.Owner, Assert.Single(await _desk.ClosingsAsync()).Trigger.Authority);
        Assert.Contains(await _desk.AuditAsync(), row => row is { Action: "approved", Who: "Ada <3" });
    }

    [Fact]
    public async Task WhenHeld_TheRuleIsSilentForHalfAnHourAndThenAsksAgain()
    {
        await _desk.PressAsync(await AskAsync("Hold 30 min"));
        Assert.Equal(PositionStatus.Open, (await _desk.PositionAsync(Contracts.Goog)).Status);
        Assert.Contains("Ada &lt;3", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.SweepAsync(100);
        Assert.Single(await _desk.ApprovalsAsync());
        await _desk.SweepAsync(22);
        Assert.Equal(2, (await _desk.ApprovalsAsync()).Count);
    }

    [Fact]
    public async Task WhenWhyIsPressed_TheAnswerExplainsAndTheCardStays()
    {
        await _desk.PressAsync(await AskAsync("Why?"));
        Assert.Contains("asks first", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Equal([""], _desk.Desk.Toasts);
        Assert.Single(_desk.Desk.Shown, card => card.Buttons.Count > 0);
    }

    [Fact]
    public async Task WhenThePriceMovedBeyondTheWorst_TheCardIsQuotedAnewAndTheSecondTapCloses()
    {
        var button = await AskAsync("Close now");
        _desk.Market.Quote(Contracts.Goog, 2.80m, 2.82m);
        await _desk.PressAsync(button);
        Assert.Empty(_desk.Broker.Closes);
        Assert.Contains("2.80", _desk.Desk.Last, StringComparison.Ordinal);

        await _desk.PressAsync(_desk.Desk.Button("Close now"));
        Assert.Single(_desk.Broker.Closes);
    }

    [Fact]
    public async Task WhenThereIsNoQuote_TheSecondTapCloses()
    {
        var button = await AskAsync("Close now");
        _desk.Market.Unquote(Contracts.Goog);
        await _desk.PressAsync(button);
        Assert.Empty(_desk.Broker.Closes);
        await _desk.PressAsync(button);
        Assert.Single(_desk.Broker.Closes);
    }

    [Fact]
    public async Task WhenHalted_TheSecondTapClosesWithTheOwnersAuthority()
    {
        var button = await AskAsync("Close now");
        await HaltAsync();
        await _desk.PressAsync(button);
        Assert.Empty(_desk.Broker.Closes);
        Assert.Contains("halted", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.PressAsync(button);
        await _desk.RunUntilQuietAsync();
        Assert.Single(await _desk.TradesAsync());
    }

    [Fact]
    public async Task WhenTheCardAskedASecondTime_HoldStillWorks()
    {
        var button = await AskAsync("Close now");
        await HaltAsync();
        await _desk.PressAsync(button);
        await _desk.PressAsync(_desk.Desk.Button("Hold 30 min"));
        Assert.StartsWith("Held by", _desk.Desk.Toasts[^1], StringComparison.Ordinal);
        Assert.Equal(PositionStatus.Open, (await _desk.PositionAsync(Contracts.Goog)).Status);
    }

    [Fact]
    public async Task WhenACommandClosesWhatACardAsksAbout_HoldCannotReopenIt()
    {
        var hold = await AskAsync("Hold 30 min");
        _desk.Broker.Next(new CloseScript.Work());
        await _desk.WriteAsync("/close GOOG");
        await _desk.PressAsync(hold);

        Assert.Equal(PositionStatus.Closing, (await _desk.PositionAsync(Contracts.Goog)).Status);
        Assert.Equal(ApprovalStatus.Overtaken, Assert.Single(await _desk.ApprovalsAsync()).Status);
        await _desk.SettleAsync();
        Assert.Contains("closing", _desk.Desk.Shown[^1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenThePositionIsGone_HoldCannotReviveIt()
    {
        var hold = await AskAsync("Hold 30 min");
        _desk.Broker.CloseElsewhere(Contracts.Goog, 2);
        await _desk.SyncAsync();
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _desk.SyncAsync();
        await _desk.PressAsync(hold);

        Assert.Equal(PositionStatus.ClosedElsewhere, (await _desk.PositionAsync(Contracts.Goog)).Status);
    }

    [Fact]
    public async Task WhenNobodyAnswers_TheCardLapsesAtTheCloseAndLosesItsButtons()
    {
        var button = await AskAsync("Close now");
        await _desk.AdvanceAsync(TimeSpan.FromHours(6));
        await _desk.PressAsync(button);
        Assert.Contains("lapsed", _desk.Desk.Toasts[^1], StringComparison.Ordinal);
        await _desk.SettleAsync();

        Assert.Equal(ApprovalStatus.Lapsed, Assert.Single(await _desk.ApprovalsAsync()).Status);
        Assert.Equal(PositionStatus.Open, (await _desk.PositionAsync(Contracts.Goog)).Status);
        Assert.DoesNotContain(_desk.Desk.Shown, card => card.Buttons.Count > 0);
    }

    [Theory]
    [InlineData("close:nonsense")]
    [InlineData("close")]
    [InlineData("")]
    [InlineData("::::")]
    public async Task WhenAButtonIsNotKnown_ItSaysSo(string data)
    {
        await _desk.PressAsync(data);
        Assert.Contains("not known", Assert.Single(_desk.Desk.Toasts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheProcessEndsDuringAHalt_TheKillSwitchIsOnOrTheQuestionStillOpen()
    {
        for (var effect = 1; effect <= 6; effect++)
        {
            var desk = new DeskHarness();
            await desk.WriteAsync("/halt");
            var press = desk.Desk.Button("Halt trading");
            desk.Effects.CrashAfter(effect);
            await Record.ExceptionAsync(() => desk.PressAsync(press));
            desk.Restart();
            await desk.RunUntilQuietAsync(3);

            var switches = await desk.Get<DeskLedger>().SwitchesAsync(default);
            Assert.True(switches.State == TradingState.Halted, $"crash after effect {effect}");
        }
    }

    private async Task HaltAsync() => await _desk.Ledger.CommitAsync(
        [new LedgerChange.Put(LedgerKeys.DeskSwitches, LedgerJson.Write(new DeskSwitches(TradingMode.Active, TradingState.Halted)))], default);

    private async Task<string> AskAsync(string label)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        await _desk.SweepAsync(1);
        return _desk.Desk.Button(label);
    }
}
