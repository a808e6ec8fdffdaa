using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Telling;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator;

public sealed class CommandTests
{
    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData("/help", "/resume")]
    [InlineData("/start", "/resume")]
    [InlineData("hello <b>", "I do not know that")]
    [InlineData("", "I do not know that")]
    [InlineData("/status", "No open positions.")]
    [InlineData("/status <i>", "No open position matches &lt;i&gt;")]
    [InlineData("/STATUS@exit_bot", "No open positions.")]
    [InlineData("/why", "Which one?")]
    [InlineData("/why <x>", "No position matches &lt;x&gt;")]
    [InlineData("/close", "Which one?")]
    [InlineData("/close <x>", "No open position matches &lt;x&gt;")]
    [InlineData("/mode", "Write /mode monitor or /mode active")]
    [InlineData("/mode sideways", "Write /mode monitor or /mode active")]
    [InlineData("/mode active", "in Active mode already")]
    [InlineData("/health", "All running")]
    public async Task WhenWritten_TheAnswerSays(string text, string answer)
    {
        await _desk.WriteAsync(text);
        Assert.Contains(answer, Assert.Single(_desk.Desk.Written).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenStatusIsLong_ItIsSplitAtLineEndsWithinTheLimit()
    {
        for (var i = 1; i <= 120; i++)
        {
            _desk.Broker.Hold(Contracts.Numbered(i), 1, 2.00m);
        }

        await _desk.SyncAsync();
        var before = _desk.Desk.Written.Count;
        await _desk.WriteAsync("/status");
        var parts = _desk.Desk.Written.Skip(before).ToList();
        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.True(part.Html.Length <= LongText.Limit));
        Assert.Equal(120, parts.Sum(part => part.Html.Split("<b>SPY").Length - 1));
    }

    [Fact]
    public async Task WhenWhyIsAsked_EachRuleIsNamedWithItsPrice()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.90m, 1.92m);
        await _desk.SweepAsync(1);
        await _desk.WriteAsync("/why goog");
        Assert.Contains("fires at -25.0 % = bid 1.50, 0.40 away", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("take profit", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenModeIsSwitched_ActiveWantsASecondTapAndBothAreAudited()
    {
        await _desk.WriteAsync("/mode monitor");
        Assert.Contains("Monitor", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.WriteAsync("/mode active");
        Assert.Equal(TradingMode.Monitor, await ModeAsync());
        await _desk.PressAsync(_desk.Desk.Button("Switch to Active"));
        await _desk.PressAsync(_desk.Desk.Written.SelectMany(card => card.Buttons).First()[0].Data);

        Assert.Equal(TradingMode.Active, await ModeAsync());
        Assert.Equal(2, (await _desk.AuditAsync()).Count(row => row is { Action: "switched", Who: "Ada <3" }));
        Assert.DoesNotContain(_desk.Desk.Written, card => card.Html.Contains("Ada <3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenHaltedAndResumed_BothWantASecondTap()
    {
        await _desk.WriteAsync("/halt");
        Assert.Equal(TradingState.Active, await StateAsync());
        await _desk.PressAsync(_desk.Desk.Button("Halt trading"));
        Assert.Equal(TradingState.Halted, await StateAsync());
        await _desk.WriteAsync("/resume");
        await _desk.PressAsync(_desk.Desk.Button("Cancel"));
        Assert.Equal(TradingState.Halted, await StateAsync());
        await _desk.WriteAsync("/resume");
        await _desk.PressAsync(_desk.Desk.Button("Resume trading"));
        Assert.Equal(TradingState.Active, await StateAsync());
    }

    [Theory]
    [InlineData(CommitFault.UnknownBeforeCommit)]
    [InlineData(CommitFault.UnknownAfterCommit)]
    [InlineData(CommitFault.Conflict)]
    public async Task WhenTheLedgerIsUnsureOfASwitch_TheTruthIsSaid(CommitFault fault)
    {
        await _desk.WriteAsync("/halt");
        _desk.Ledger.Faults.PassNextCommit();
        _desk.Ledger.Faults.PassNextCommit();
        _desk.Ledger.Faults.FailNextCommit(fault);
        await _desk.PressAsync(_desk.Desk.Button("Halt trading"));
        Assert.Equal(TradingState.Halted, await StateAsync());
        Assert.Equal("Active, trading Halted", _desk.Desk.Toasts[^1]);
    }

    [Fact]
    public async Task WhenOneIsNamed_ItIsClosed_AndAgainIsRefused()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Broker.Next(new CloseScript.Work());
        await _desk.WriteAsync("/close goog");
        await _desk.WriteAsync("/close " + Contracts.Goog);
        Assert.Single(_desk.Broker.Closes);
        Assert.Contains("already closing", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenACardsNumberIsNamed_ItsPositionIsClosed()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.HoldAsync("GOOG160115P00700000", 1, 1.00m);
        await _desk.WriteAsync("/close GOOG");
        var card = (await _desk.ApprovalsAsync())[0];
        await _desk.WriteAsync($"/close {card.Token[..6]}");
        Assert.Equal(card.PositionId, Assert.Single(await _desk.ClosingsAsync()).PositionId);
    }

    [Theory]
    [InlineData("/proft", "Did you mean /profit?")]
    [InlineData("/clos GOOG", "Did you mean /close?")]
    [InlineData("/mode activ", "Did you mean /mode active?")]
    public async Task WhenAWordIsNearlyRight_TheNearestIsNamed(string text, string answer)
    {
        await _desk.WriteAsync(text);
        Assert.Contains(answer, _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenOneIsNamedForStatus_ItsIdIsTold()
    {
        var position = await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.WriteAsync("/status goog");
        Assert.Contains($"Id <code>{position.Id}</code>", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenSeveralMatch_EachWantsASecondTap()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.HoldAsync("GOOG160115P00700000", 1, 1.00m);
        await _desk.WriteAsync("/close GOOG");
        Assert.Empty(_desk.Broker.Closes);
        Assert.Equal(2, _desk.Desk.Shown.Count(card => card.Buttons.Count > 0));
    }

    [Fact]
    public async Task WhenMonitoring_TheOwnersCloseWantsASecondTapAndCarriesItsAuthority()
    {
        await _desk.WriteAsync("/mode monitor");
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.WriteAsync("/close GOOG");
        Assert.Empty(_desk.Broker.Closes);
        await _desk.PressAsync(_desk.Desk.Button("Close now"));
        await _desk.RunUntilQuietAsync();
        Assert.Equal((CloseAuthority.Owner, CloseEnd.Closed), Assert.Single(await _desk.ClosingsAsync()) is var closing ? (closing.Trigger.Authority, closing.End) : default);
    }

    [Fact]
    public async Task WhenNotManagedYet_TheRefusalsOfSeveralArriveEvenInABusyChat()
    {
        _desk.Broker.Hold("SPX160115C02050000", 2, 2.00m);
        _desk.Broker.Hold("SPX160115P02000000", 1, 1.00m);
        await _desk.SyncAsync();
        _desk.Desk.Instead = new DeliveryOutcome.RateLimited(TimeSpan.FromSeconds(3));
        await _desk.WriteAsync("/close SPX");
        _desk.Desk.Instead = null;
        await _desk.RunUntilQuietAsync();
        Assert.Contains("2050 C", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("2000 P", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAHundredWouldClose_TheActivationCardStillFitsAMessage()
    {
        await _desk.WriteAsync("/mode monitor");
        for (var i = 1; i <= 100; i++)
        {
            _desk.Broker.Hold(Contracts.Numbered(i), 1, 2.00m);
            _desk.Market.Quote(Contracts.Numbered(i), 3.00m, 3.02m);
        }

        await _desk.SyncAsync();
        await _desk.SweepAsync(1);
        await _desk.WriteAsync("/mode active");
        Assert.Contains("and 80 more", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.True(_desk.Desk.Last.Length <= LongText.Limit);
    }

    [Fact]
    public async Task WhenTheClockDoesNotAnswer_NothingIsClosedAndTheKillSwitchStillWorks()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Restart();
        _desk.Market.Failing.Add("clock");
        await _desk.WriteAsync("/close GOOG");
        Assert.Contains("Not closed", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.WriteAsync("/halt");
        await _desk.PressAsync(_desk.Desk.Button("Halt trading"));
        Assert.Equal(TradingState.Halted, await StateAsync());
    }

    private async Task<TradingMode> ModeAsync() => (await _desk.Get<Engine.State.DeskLedger>().SwitchesAsync(default)).Mode;

    private async Task<TradingState> StateAsync() => (await _desk.Get<Engine.State.DeskLedger>().SwitchesAsync(default)).State;
}
