using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

public sealed class CloseAllCommandTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenAsked_NothingClosesBeforeTheSecondTap()
    {
        await HoldAsync();
        await _desk.WriteAsync("/closeall");
        Assert.Empty(_desk.Broker.Closes);
        Assert.Contains("Close all 2 option positions?", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Left as they are: GOOG ×10", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenConfirmed_EveryOptionClosesWithTheOwnersAuthorityAndSharesStay()
    {
        await HoldAsync();
        await _desk.WriteAsync("/closeall");
        await _desk.PressAsync(_desk.Desk.Button("Close all"));
        await _desk.RunUntilQuietAsync();

        var closings = await _desk.ClosingsAsync();
        Assert.Equal(2, closings.Count);
        Assert.All(closings, closing => Assert.Equal((CloseAuthority.Owner, CloseEnd.Closed), (closing.Trigger.Authority, closing.End)));
        Assert.Equal(PositionStatus.Open, (await _desk.PositionAsync("GOOG")).Status);
        Assert.Contains(_desk.Desk.Shown, card => card.Html.Contains("2 of 2 closing, confirmed by Ada &lt;3", StringComparison.Ordinal));
        Assert.Contains(await _desk.AuditAsync(), row => row is { Action: "pressed", Who: "Ada <3 (4711)" } && row.Text.Contains("2 of 2 closing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TradingMode.Monitor, TradingState.Active)]
    [InlineData(TradingMode.Active, TradingState.Halted)]
    public async Task WhenNothingAutomaticMayBeSent_TheOwnersWordPasses(TradingMode mode, TradingState state)
    {
        await HoldAsync();
        await _desk.Ledger.CommitAsync(
            [new Engine.Ports.Ledger.LedgerChange.Put(LedgerKeys.DeskSwitches, LedgerJson.Write(new DeskSwitches(mode, state)))], default);
        await _desk.WriteAsync("/closeall");
        Assert.Contains("your own close passes", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.PressAsync(_desk.Desk.Button("Close all"));
        await _desk.RunUntilQuietAsync();
        Assert.Equal(2, _desk.Broker.Closes.Count);
    }

    [Fact]
    public async Task WhenTheSecondTapIsRepeated_NothingClosesTwice()
    {
        await HoldAsync();
        await _desk.WriteAsync("/closeall");
        var button = _desk.Desk.Button("Close all");
        await _desk.PressAsync(button);
        await _desk.PressAsync(button);
        await _desk.RunUntilQuietAsync();
        Assert.Equal(2, (await _desk.ClosingsAsync()).Count);
        Assert.Contains("2 of 2 closing", _desk.Desk.Toasts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheProcessEndsAfterAnyEffect_TheRepeatedPressClosesTheRestOnce()
    {
        for (var effect = 1; effect <= 14; effect++)
        {
            var desk = new DeskHarness();
            await HoldAsync(desk);
            await desk.WriteAsync("/closeall");
            var press = desk.Desk.Button("Close all");
            desk.Effects.CrashAfter(effect);
            await Record.ExceptionAsync(() => desk.PressAsync(press));
            desk.Restart();
            await desk.RunUntilQuietAsync(5);
            Assert.True((await desk.ClosingsAsync()).Count(closing => closing.End == CloseEnd.Closed) == 2, $"crash after effect {effect}");
        }
    }

    [Fact]
    public async Task WhenOneIsHeldThatWasNotShown_ItIsNotClosed()
    {
        await HoldAsync();
        await _desk.WriteAsync("/closeall");
        var button = _desk.Desk.Button("Close all");
        await _desk.HoldAsync("MSFT160115C00055000", 1, 1.00m);
        await _desk.PressAsync(button);
        await _desk.RunUntilQuietAsync();
        Assert.Equal(PositionStatus.Open, (await _desk.PositionAsync("MSFT160115C00055000")).Status);
    }

    [Fact]
    public async Task WhenNothingIsHeld_ItSaysSo()
    {
        await _desk.WriteAsync("/closeall");
        Assert.StartsWith("No option position is open", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheClockDoesNotAnswer_NothingIsSentAndTheCardStaysOpen()
    {
        await HoldAsync();
        await _desk.WriteAsync("/closeall");
        var button = _desk.Desk.Button("Close all");
        _desk.Restart();
        _desk.Market.Failing.Add("clock");
        await _desk.PressAsync(button);
        Assert.Empty(_desk.Broker.Closes);
        Assert.StartsWith("Nothing done", _desk.Desk.Toasts[^1], StringComparison.Ordinal);
        Assert.Equal(ApprovalStatus.Open, Assert.Single(await _desk.ApprovalsAsync()).Status);
    }

    private Task HoldAsync() => HoldAsync(_desk);

    private static async Task HoldAsync(DeskHarness desk)
    {
        desk.Market.Quote(Contracts.Goog, 2.10m, 2.12m);
        desk.Market.Quote(Contracts.Aapl, 2.10m, 2.12m);
        await desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await desk.HoldAsync(Contracts.Aapl, 1, 2.00m);
        await desk.HoldAsync("GOOG", 10, 750m);
    }
}
