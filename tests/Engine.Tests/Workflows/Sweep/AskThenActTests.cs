using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>Rules that ask, and act by themselves if nobody answers.</summary>
public sealed class AskThenActTests
{
    private readonly DeskHarness _desk = new();

    public AskThenActTests()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"takeProfit": {"approval": "askThenAct"}}}""");
        _desk.Restart();
    }

    [Fact]
    public async Task WhenAsked_TheCardSaysWhenItActs()
    {
        await AskAsync();
        Assert.Empty(await _desk.ClosingsAsync());
        Assert.Contains("acts by itself at 10:30 ET unless you answer", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Equal(_desk.Now.AddMinutes(30).AddSeconds(-15), Assert.Single(await _desk.ApprovalsAsync()).ActsAt);
    }

    [Fact]
    public async Task WhenNobodyAnswers_ItActsAtThatTimeAndNotBefore()
    {
        await AskAsync();
        await _desk.SweepAsync(119);
        Assert.Empty(await _desk.ClosingsAsync());
        await _desk.SweepAsync(1);

        Assert.Single(await _desk.ClosingsAsync());
        var trigger = Assert.Single(await _desk.ClosingsAsync()).Trigger;
        Assert.Equal((ExitReason.TakeProfit, CloseAuthority.Rule), (trigger.Reason, trigger.Authority));
        Assert.Equal(ApprovalStatus.Lapsed, Assert.Single(await _desk.ApprovalsAsync()).Status);
        await _desk.RunUntilQuietAsync();
        Assert.DoesNotContain(_desk.Desk.Shown, card => card.Buttons.Count > 0);
    }

    [Fact]
    public async Task WhenTheRuleNoLongerFiresThen_TheQuestionEndsAndNothingIsClosed()
    {
        await AskAsync();
        _desk.Market.Quote(Contracts.Goog, 2.99m, 3.01m);
        await _desk.SweepAsync(120);

        Assert.Empty(await _desk.ClosingsAsync());
        Assert.Equal(PositionStatus.Open, (await _desk.PositionAsync(Contracts.Goog)).Status);
        Assert.Equal(ApprovalStatus.Overtaken, Assert.Single(await _desk.ApprovalsAsync()).Status);
        Assert.Contains("No longer", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenThereIsNoQuoteThen_ItWaitsForOne()
    {
        await AskAsync();
        _desk.Market.Unquote(Contracts.Goog);
        await _desk.SweepAsync(124);
        Assert.Empty(await _desk.ClosingsAsync());
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        await _desk.SweepAsync(1);
        Assert.Single(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenItIsLate_ItActsTenMinutesBeforeTheClose()
    {
        _desk.Time.Advance(TimeSpan.FromHours(5.5));
        await AskAsync();
        Assert.Equal(new DateTimeOffset(2015, 12, 22, 20, 50, 0, TimeSpan.Zero), Assert.Single(await _desk.ApprovalsAsync()).ActsAt);
    }

    [Fact]
    public async Task WhenNoTimeIsLeftToAsk_ItActsAtOnce()
    {
        _desk.Time.Advance(TimeSpan.FromHours(5) + TimeSpan.FromMinutes(50));
        await AskAsync();
        Assert.Empty(await _desk.ApprovalsAsync());
        Assert.Single(await _desk.ClosingsAsync());
    }

    [Theory]
    [InlineData("Hold 30 min")]
    [InlineData("Keep this session")]
    public async Task WhenAnswered_SilenceEndsNothing(string label)
    {
        await AskAsync();
        await _desk.PressAsync(_desk.Desk.Button(label));
        await _desk.SweepAsync(119);
        Assert.Empty(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenKeptForTheSession_TheNextSessionAsksAgain()
    {
        await AskAsync();
        await _desk.PressAsync(_desk.Desk.Button("Keep this session"));
        Assert.Contains(await _desk.AuditAsync(), row => row is { Action: "rejected", Who: "Ada <3" });
        await _desk.AdvanceAsync(new DateTimeOffset(2015, 12, 22, 20, 59, 30, TimeSpan.Zero) - _desk.Now);
        await _desk.SweepAsync(1);
        Assert.Single(await _desk.ApprovalsAsync());
        await _desk.AdvanceAsync(new DateTimeOffset(2015, 12, 23, 15, 0, 0, TimeSpan.Zero) - _desk.Now);
        await _desk.SweepAsync(1);
        Assert.Equal(2, (await _desk.ApprovalsAsync()).Count);
    }

    [Fact]
    public async Task WhenAStopFiresBeyondOneAndAHalfTimes_ItActsThoughSilenced()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"stopLoss": {"approval": "ask"}}}""");
        _desk.Restart();
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.SweepAsync(3);
        await _desk.PressAsync(_desk.Desk.Button("Keep this session"));
        _desk.Market.Quote(Contracts.Goog, 1.25m, 1.27m);
        await _desk.SweepAsync(3);
        Assert.Empty(await _desk.ClosingsAsync());
        _desk.Market.Quote(Contracts.Goog, 1.24m, 1.26m);
        await _desk.SweepAsync(3);
        Assert.Single(await _desk.ClosingsAsync());
    }

    private async Task AskAsync()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        await _desk.SweepAsync(1);
    }
}
