using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator;

/// <summary>Mode Emergency and trading state Reducing by command.</summary>
public sealed class EmergencyTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenCommanded_TheCardListsWhatItClosesWithTheResult()
    {
        await HoldTwoAsync();
        await _desk.WriteAsync("/emergency");
        Assert.Contains("Closes 2 managed positions", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Profit +10.0 % (+$40.00)", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Estimated result +$40.00", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Equal(TradingMode.Active, (await SwitchesAsync()).Mode);
        Assert.Empty(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenConfirmed_EveryManagedPositionIsClosedWhateverItsRules()
    {
        await HoldTwoAsync();
        await ConfirmAsync();
        await _desk.SweepAsync(1);
        Assert.Equal(2, _desk.Broker.Closes.Count);
        Assert.All(await _desk.ClosingsAsync(), closing => Assert.Equal((ExitReason.Emergency, Urgency.Immediate), (closing.Trigger.Reason, closing.Trigger.Urgency)));
        await _desk.WriteAsync("/status");
        Assert.Contains("Emergency mode", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains(await _desk.AuditAsync(), row => row is { Action: "switched", Who: "Ada <3" });
    }

    [Fact]
    public async Task WhenHalted_EmergencyClosesNothing()
    {
        await HoldTwoAsync();
        await _desk.WriteAsync("/halt");
        await _desk.PressAsync(_desk.Desk.Button("Halt trading"));
        await ConfirmAsync();
        await _desk.SweepAsync(2);
        Assert.Empty(await _desk.ClosingsAsync());
        Assert.Equal((TradingMode.Emergency, TradingState.Halted), (await SwitchesAsync()) is var on ? (on.Mode, on.State) : default);
    }

    [Fact]
    public async Task WhenBackInActive_NothingMoreIsClosed()
    {
        await ConfirmAsync();
        await _desk.WriteAsync("/mode active");
        await _desk.PressAsync(_desk.Desk.Button("Switch to Active"));
        await HoldTwoAsync();
        await _desk.SweepAsync(2);
        Assert.Empty(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenWatched_EmergencyLeavesIt()
    {
        _desk.Options = _desk.Options with { ExternalPositions = Management.Watched };
        _desk.Restart();
        await HoldTwoAsync();
        await ConfirmAsync();
        await _desk.SweepAsync(2);
        Assert.Empty(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenReduced_ExitsGoOnAndTheStatePersists()
    {
        await HoldTwoAsync();
        await _desk.WriteAsync("/reduce");
        Assert.Equal(TradingState.Reducing, (await SwitchesAsync()).State);
        _desk.Restart();
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        await _desk.SweepAsync(1);
        Assert.Single(await _desk.ClosingsAsync());
        await _desk.WriteAsync("/resume");
        await _desk.PressAsync(_desk.Desk.Button("Resume trading"));
        Assert.Equal(TradingState.Active, (await SwitchesAsync()).State);
    }

    [Fact]
    public async Task WhenHalted_ReduceIsRefused()
    {
        await _desk.WriteAsync("/halt");
        await _desk.PressAsync(_desk.Desk.Button("Halt trading"));
        await _desk.WriteAsync("/reduce");
        Assert.Contains("/resume first", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Equal(TradingState.Halted, (await SwitchesAsync()).State);
    }

    private Task<DeskSwitches> SwitchesAsync() => _desk.Get<DeskLedger>().SwitchesAsync(default);

    private async Task ConfirmAsync()
    {
        await _desk.WriteAsync("/emergency");
        await _desk.PressAsync(_desk.Desk.Button("Close everything"));
    }

    private async Task HoldTwoAsync()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.HoldAsync(Contracts.Aapl, 1, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 2.20m, 2.22m);
        _desk.Market.Quote(Contracts.Aapl, 2.00m, 2.02m);
        await _desk.SweepAsync(1);
    }
}
