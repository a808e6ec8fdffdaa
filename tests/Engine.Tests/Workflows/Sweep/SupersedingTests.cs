using ExitDesk.Domain.Exits;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>What becomes of a card when something else fires.</summary>
public sealed class SupersedingTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenAStopAsksWhileAProfitAsks_TheStopsCardReplacesTheOther()
    {
        await AskForProfitAsync("ask", "ask");
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.SweepAsync(4);

        Assert.Empty(await _desk.ClosingsAsync());
        var approvals = await _desk.ApprovalsAsync();
        Assert.Equal(2, approvals.Count);
        var open = Assert.Single(approvals, approval => approval.Status == ApprovalStatus.Open);
        Assert.Equal(ExitReason.StopLoss, open.Decision!.Reason);
        Assert.Equal(open.Token, (await _desk.PositionAsync(Contracts.Goog)).ApprovalToken);
        Assert.Contains(_desk.Desk.Shown, card => card.Html.Contains("Superseded by stop loss", StringComparison.Ordinal) && card.Buttons.Count == 0);
        Assert.Single(_desk.Desk.Shown, card => card.Buttons.Count > 0);
    }

    [Fact]
    public async Task WhenTheTimeToActIsPastButTheRuleCannotTell_AStopStillTakesItsPlace()
    {
        await AskForProfitAsync("askThenAct", "ask");

        // So wide a market says nothing of a profit; after two minutes its mid says enough of a loss.
        _desk.Market.Quote(Contracts.Goog, 0.50m, 2.00m);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(31));
        await _desk.SweepAsync(16);

        Assert.Empty(await _desk.ClosingsAsync());
        Assert.Equal(ExitReason.StopLoss, Assert.Single(await _desk.ApprovalsAsync(), approval => approval.Status == ApprovalStatus.Open).Decision!.Reason);
    }

    [Fact]
    public async Task WhenSomethingLessUrgentAsks_TheCardStays()
    {
        await AskForProfitAsync("ask", "ask");
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.SweepAsync(4);
        _desk.Market.Quote(Contracts.Goog, 3.10m, 3.12m);
        await _desk.SweepAsync(4);
        Assert.Equal(ExitReason.StopLoss, Assert.Single(await _desk.ApprovalsAsync(), approval => approval.Status == ApprovalStatus.Open).Decision!.Reason);
    }

    [Fact]
    public async Task WhenASupersededCardWouldHaveActed_TheNewOneKeepsItsTime()
    {
        await AskForProfitAsync("askThenAct", "ask");
        var first = Assert.Single(await _desk.ApprovalsAsync());
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.SweepAsync(4);
        var open = Assert.Single(await _desk.ApprovalsAsync(), approval => approval.Status == ApprovalStatus.Open);
        Assert.Equal((first.ActsAt, ExitReason.TakeProfit), (open.ActsAt, open.ActsFor));
    }

    [Fact]
    public async Task WhenTheCardIsOfAnImmediateClose_ATapActsWhateverThePrice()
    {
        await AskForProfitAsync("ask", "ask");
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.SweepAsync(4);
        Assert.Contains("whatever the price", _desk.Desk.Last, StringComparison.Ordinal);
        _desk.Market.Quote(Contracts.Goog, 0.60m, 0.62m);
        await _desk.PressAsync(_desk.Desk.Button("Close now"));
        Assert.Single(await _desk.ClosingsAsync());
    }

    private async Task AskForProfitAsync(string profit, string stop)
    {
        _desk.Plans = new DeployedPlan(
            "plan.json",
            $$"""{"defaults": {"takeProfit": {"approval": "{{profit}}"}, "stopLoss": {"approval": "{{stop}}"} } }""");
        _desk.Restart();
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        await _desk.SweepAsync(1);
    }
}
