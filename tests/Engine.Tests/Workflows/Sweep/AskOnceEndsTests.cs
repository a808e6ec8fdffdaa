using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Sweep;
using ExitDesk.TestKit.Desk;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>A rule that asks once asks one time: afterwards it acts as its plan says.</summary>
public sealed class AskOnceEndsTests
{
    private static readonly TimeSpan ToTheClose = TimeSpan.FromHours(6);

    private readonly DeskHarness _desk = new();

    public AskOnceEndsTests()
    {
        _desk.Options = _desk.Options with { InitialMode = TradingMode.Monitor };
        _desk.Restart();
    }

    [Theory]
    [InlineData(3.00)]
    [InlineData(1.40)]
    [InlineData(0.50)]
    public async Task WhenItsCardLapsed_ItActsNextSession(double bid)
    {
        await AskAtAsync((decimal)bid);
        await LapseAsync();
        Assert.True((await _desk.PositionAsync(Contracts.Goog)).AskOnce.IsEmpty);
        Assert.Empty(await _desk.ClosingsAsync());

        await NextSessionAsync((decimal)bid);
        await _desk.SweepAsync(4);
        Assert.NotEmpty(await _desk.ClosingsAsync());
        Assert.Single(await RuleCardsAsync());
    }

    [Fact]
    public async Task WhenOneSecondIsLeftToTheClose_ItStillWaits()
    {
        await AskAtAsync(3.00m);
        await _desk.AdvanceAsync(new DateTimeOffset(2015, 12, 22, 20, 59, 59, TimeSpan.Zero) - _desk.Now);
        await _desk.SettleAsync();
        var position = await _desk.PositionAsync(Contracts.Goog);
        Assert.Equal((PositionStatus.AwaitingApproval, true), (position.Status, position.AskOnce.Contains(ExitReason.TakeProfit)));
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(1));
        await _desk.SettleAsync();
        position = await _desk.PositionAsync(Contracts.Goog);
        Assert.Equal((PositionStatus.Open, true), (position.Status, position.AskOnce.IsEmpty));
    }

    [Theory]
    [InlineData("askThenAct", true)]
    [InlineData("ask", false)]
    public async Task WhenItsPlanAsks_ItAsksAsThePlanSaysNextSession(string approval, bool actsByItself)
    {
        _desk.Plans = new DeployedPlan("plan.json", $$"""{"defaults": {"takeProfit": {"approval": "{{approval}}"} } }""");
        _desk.Restart();
        await AskAtAsync(3.00m);
        Assert.Null(Assert.Single(await RuleCardsAsync()).ActsAt);
        await LapseAsync();
        await NextSessionAsync(3.00m);
        await _desk.SweepAsync(2);
        Assert.Empty(await _desk.ClosingsAsync());
        var open = Assert.Single(await RuleCardsAsync(), card => card.Status == ApprovalStatus.Open);
        Assert.Equal(actsByItself, open.ActsAt is not null);
    }

    [Theory]
    [InlineData(3.00)]
    [InlineData(1.40)]
    [InlineData(0.50)]
    public async Task WhenHeld_ItStaysOpenAsLongAsHeldAndThenActs(double bid)
    {
        await AskAtAsync((decimal)bid);
        await _desk.PressAsync(_desk.Desk.Button("Hold 30 min"));
        Assert.True((await _desk.PositionAsync(Contracts.Goog)).AskOnce.IsEmpty);
        await _desk.SweepAsync(119);
        Assert.Empty(await _desk.ClosingsAsync());
        await _desk.SweepAsync(6);
        Assert.NotEmpty(await _desk.ClosingsAsync());
        Assert.Single(await RuleCardsAsync());
    }

    [Theory]
    [InlineData(3.00)]
    [InlineData(0.50)]
    public async Task WhenKeptThisSession_ItActsInTheNext(double bid)
    {
        await AskAtAsync((decimal)bid);
        await _desk.PressAsync(_desk.Desk.Button("Keep this session"));
        await _desk.SweepAsync(200);
        Assert.Empty(await _desk.ClosingsAsync());
        await _desk.AdvanceAsync(ToTheClose);
        await NextSessionAsync((decimal)bid);
        await _desk.SweepAsync(4);
        Assert.NotEmpty(await _desk.ClosingsAsync());
    }

    [Theory]
    [InlineData(1.25, 0)]
    [InlineData(1.24, 1)]
    public async Task WhenAStopThatAsksBecomesDeep_ItActsInSpiteOfTheCard(double later, int closings)
    {
        await AskAtAsync(1.40m);
        _desk.Market.Quote(Contracts.Goog, (decimal)later, (decimal)later + 0.02m);
        await _desk.SweepAsync(4);
        Assert.Equal(closings, (await _desk.ClosingsAsync()).Count);
        Assert.Equal(closings == 0 ? ApprovalStatus.Open : ApprovalStatus.Overtaken, Assert.Single(await RuleCardsAsync()).Status);
    }

    [Fact]
    public async Task WhenAHeldStopBecomesDeep_ItActsInSpiteOfTheHold()
    {
        await AskAtAsync(1.40m);
        await _desk.PressAsync(_desk.Desk.Button("Hold 30 min"));
        _desk.Market.Quote(Contracts.Goog, 1.24m, 1.26m);
        await _desk.SweepAsync(4);
        Assert.Single(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenTheProcessRestartsAfterTheCardLapsed_ItDoesNotAskAnew()
    {
        await AskAtAsync(3.00m);
        await LapseAsync();
        _desk.Restart();
        await NextSessionAsync(3.00m);
        await _desk.SweepAsync(1);
        Assert.Single(await _desk.ClosingsAsync());
        Assert.Single(await RuleCardsAsync());
    }

    [Fact]
    public async Task WhenTwoInstancesSweep_OneCardAsks()
    {
        await HoldAtAsync(3.00m);
        await _desk.SweepAsync(2);
        await ActivateAsync();
        await using var other = _desk.Start();
        var (one, two) = (_desk.Get<ExitSweep>(), other.GetRequiredService<ExitSweep>());
        await Task.WhenAll(one.RunAsync(CancellationToken.None), two.RunAsync(CancellationToken.None));
        await _desk.SweepAsync(2);
        Assert.Single(await RuleCardsAsync());
        Assert.Empty(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenTheChatRefusedTheCard_ItLapsesAllTheSame()
    {
        await HoldAtAsync(3.00m);
        await _desk.SweepAsync(2);
        await ActivateAsync();
        _desk.Desk.Instead = new DeliveryOutcome.Refused("blocked");
        await _desk.SweepAsync(2);
        Assert.Single(await RuleCardsAsync());
        await LapseAsync();
        await NextSessionAsync(3.00m);
        await _desk.SweepAsync(1);
        Assert.Single(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenTheDeskIsSwitchedAnew_ItAsksOnceMore()
    {
        await AskAtAsync(3.00m);
        await LapseAsync();
        await _desk.WriteAsync("/mode monitor");
        await NextSessionAsync(3.00m);
        await _desk.SweepAsync(2);
        await ActivateAsync();
        await _desk.SweepAsync(2);
        Assert.Empty(await _desk.ClosingsAsync());
        Assert.Equal(2, (await RuleCardsAsync()).Count);
    }

    private async Task<IReadOnlyList<ApprovalCard>> RuleCardsAsync() =>
        [.. (await _desk.ApprovalsAsync()).Where(approval => approval.Kind == ApprovalKind.CloseByRule)];

    private async Task AskAtAsync(decimal bid)
    {
        await HoldAtAsync(bid);
        await _desk.SweepAsync(4);
        await ActivateAsync();
        await _desk.SweepAsync(4);
        Assert.Single(await RuleCardsAsync(), card => card.Status == ApprovalStatus.Open);
    }

    private async Task LapseAsync()
    {
        await _desk.AdvanceAsync(ToTheClose);
        await _desk.SettleAsync();
    }

    private async Task NextSessionAsync(decimal bid)
    {
        await _desk.AdvanceAsync(new DateTimeOffset(2015, 12, 23, 14, 32, 0, TimeSpan.Zero) - _desk.Now);
        _desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
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
