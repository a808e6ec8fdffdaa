using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator;

/// <summary>What arrives too late is not done.</summary>
public sealed class LateUpdateTests
{
    private readonly DeskHarness _desk = new();
    private long _updates = 9000;

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public async Task WhenACommandIsOlderThanTheLimit_ItIsRefused(int minutes, bool refused)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await RunAsync("/close GOOG", null, sent: _desk.Now.AddMinutes(-minutes));
        Assert.Equal(refused ? 0 : 1, (await _desk.ClosingsAsync()).Count);
        if (refused)
        {
            Assert.Contains("Not done: this is from 09:44 ET, please say it again", _desk.Desk.Last, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhenAPressWaitedInTheQueueTooLong_ItIsRefused()
    {
        await _desk.WriteAsync("/mode monitor");
        await _desk.WriteAsync("/mode active");
        await RunAsync(_desk.Desk.Button("Switch to Active"), "callback", received: _desk.Now.AddMinutes(-16));
        Assert.Equal(TradingMode.Monitor, (await _desk.Get<DeskLedger>().SwitchesAsync(default)).Mode);
        Assert.Contains("please say it again", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItIsTheKillSwitch_ItIsDoneHoweverLate()
    {
        await RunAsync("/halt", null, sent: _desk.Now.AddHours(-2));
        await RunAsync(_desk.Desk.Button("Halt trading"), "callback", received: _desk.Now.AddHours(-1));
        Assert.Equal(TradingState.Halted, (await _desk.Get<DeskLedger>().SwitchesAsync(default)).State);
    }

    [Fact]
    public async Task WhenReceived_TheTimeIsKeptOnTheWay()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        var update = new OperatorUpdate(++_updates, DeskHarness.Owner, "Ada", DeskHarness.Chat, "/close GOOG", null);
        await _desk.Get<OperatorInbox>().ReceiveAsync(DeskHarness.Secret, update, null, default);
        _desk.Time.Advance(TimeSpan.FromMinutes(16));
        await _desk.DrainAsync();
        Assert.Empty(await _desk.ClosingsAsync());
    }

    private Task RunAsync(string text, string? callbackId, DateTimeOffset? sent = null, DateTimeOffset? received = null) =>
        _desk.Get<OperatorActions>().RunAsync(
            new OperatorUpdate(++_updates, DeskHarness.Owner, "Ada", DeskHarness.Chat, text, callbackId) { SentAt = sent, ReceivedAt = received }, default);
}
