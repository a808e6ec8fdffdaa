using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>After the switch to Active nothing closes by itself that was past its threshold before.</summary>
public sealed class AskOnceTests
{
    private readonly DeskHarness _desk = new();

    public AskOnceTests()
    {
        _desk.Options = _desk.Options with { InitialMode = TradingMode.Monitor };
        _desk.Restart();
    }

    [Theory]
    [InlineData(3.00)]
    [InlineData(1.40)]
    [InlineData(0.50)]
    public async Task WhenARuleWasPastItsThreshold_ItAsksAndWaits(double bid)
    {
        await HoldAtAsync((decimal)bid);
        await _desk.SweepAsync(4);
        await ActivateAsync();
        await _desk.SweepAsync(20);
        Assert.Empty(await _desk.ClosingsAsync());
        Assert.Equal(PositionStatus.AwaitingApproval, (await _desk.PositionAsync(Contracts.Goog)).Status);

        await _desk.PressAsync(_desk.Desk.Button("Close now"));
        Assert.Single(await _desk.ClosingsAsync());
        Assert.True((await _desk.PositionAsync(Contracts.Goog)).AskOnce.IsEmpty);
    }

    [Fact]
    public async Task WhenItStopsFiringAndFiresAgain_ItActs()
    {
        await HoldAtAsync(3.00m);
        await _desk.SweepAsync(2);
        await ActivateAsync();
        await _desk.SweepAsync(2);
        _desk.Market.Quote(Contracts.Goog, 2.99m, 3.01m);
        await _desk.SweepAsync(2);
        Assert.True((await _desk.PositionAsync(Contracts.Goog)).AskOnce.IsEmpty);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        await _desk.SweepAsync(1);
        Assert.Single(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenAnotherRuleFiresAfterwards_ItActs()
    {
        await HoldAtAsync(3.00m);
        await _desk.SweepAsync(2);
        await ActivateAsync();
        await _desk.SweepAsync(2);
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.SweepAsync(4);
        Assert.Single(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenNothingWasPast_ARuleThatFiresActs()
    {
        await HoldAtAsync(2.00m);
        await _desk.SweepAsync(2);
        await ActivateAsync();
        await _desk.SweepAsync(1);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        await _desk.SweepAsync(1);
        Assert.Single(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenQuotesFailAfterTheSwitch_WhatFiresLaterActs()
    {
        await HoldAtAsync(2.00m);
        await _desk.SweepAsync(2);
        await ActivateAsync();
        await FailForAMinuteAsync();
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.SweepAsync(4);
        Assert.Single(await _desk.ClosingsAsync());
        Assert.DoesNotContain(await _desk.ApprovalsAsync(), card => card.Kind == ApprovalKind.CloseByRule);
    }

    [Fact]
    public async Task WhenQuotesFailAfterTheSwitch_WhatWasPastBeforeAsks()
    {
        await HoldAtAsync(1.40m);
        await _desk.SweepAsync(2);
        await ActivateAsync();
        await FailForAMinuteAsync();
        await _desk.SweepAsync(4);
        Assert.Empty(await _desk.ClosingsAsync());
        Assert.Single(await _desk.ApprovalsAsync(), card => card.Kind == ApprovalKind.CloseByRule);
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    public async Task WhenTheFirstSweepIsLate_WhatItReadsWasNotPastAtTheSwitch(int seconds, int closings)
    {
        await HoldAtAsync(2.00m);
        await _desk.SweepAsync(2);
        await ActivateAsync();
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        await _desk.SweepAsync(4);
        Assert.Equal(closings, (await _desk.ClosingsAsync()).Count);
    }

    [Fact]
    public async Task WhenSwitchedOverNight_WhatTheOpenBringsActs()
    {
        await HoldAtAsync(2.00m);
        await _desk.SweepAsync(2);
        await _desk.AdvanceAsync(TimeSpan.FromHours(8));
        await ActivateAsync();
        await _desk.AdvanceAsync(new DateTimeOffset(2015, 12, 23, 14, 32, 0, TimeSpan.Zero) - _desk.Now);
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.SweepAsync(4);
        Assert.Single(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenTheProcessRestarts_TheRuleStillAsks()
    {
        await HoldAtAsync(3.00m);
        await _desk.SweepAsync(2);
        await ActivateAsync();
        _desk.Restart();
        await _desk.SweepAsync(4);
        Assert.Empty(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenSwitching_TheCardListsWhatIsPastItsThreshold()
    {
        await HoldAtAsync(3.00m);
        await _desk.SweepAsync(2);
        await _desk.WriteAsync("/mode active");
        Assert.Contains("Past their threshold now, so each asks you once", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("GOOG", _desk.Desk.Last, StringComparison.Ordinal);
    }

    private async Task FailForAMinuteAsync()
    {
        _desk.Market.Failing.Add("snapshots");
        await _desk.SweepAsync(4);
        _desk.Market.Failing.Remove("snapshots");
    }

    private async Task ActivateAsync()
    {
        await _desk.WriteAsync("/mode active");
        await _desk.PressAsync(_desk.Desk.Button("Switch to Active"));
    }

    private async Task HoldAtAsync(decimal bid)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
    }
}
