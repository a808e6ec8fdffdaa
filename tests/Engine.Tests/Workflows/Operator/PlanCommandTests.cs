using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator;

public sealed class PlanCommandTests
{
    private readonly DeskHarness _desk = new();

    private ExitPlanBook Book => _desk.Get<ExitPlanBook>();

    [Fact]
    public async Task WhenAValueIsSet_ItIsInForceSaidAuditedAndSurvivesARestart()
    {
        var position = await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.WriteAsync("/plan set goog stopLoss.debitLoss 0.3");

        Assert.Contains("symbol GOOG: stopLoss.debitLoss 0.25 → 0.3", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Undo: /plan undo", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Equal(0.3m, Book.PlanFor(position).StopLoss.DebitLoss);
        _desk.Restart();
        await _desk.SweepAsync();
        Assert.Equal(0.3m, Book.PlanFor(position).StopLoss.DebitLoss);
    }

    [Theory]
    [InlineData("goog", "symbol GOOG")]
    [InlineData(Contracts.Goog, "position ")]
    public async Task WhenAPositionIsNamedWithARuleAndAValue_ItIsSet(string name, string place)
    {
        var position = await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.WriteAsync($"/plan {name} stopLoss.debitLoss 0.3");
        Assert.Contains($"{place}", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Equal(0.3m, Book.PlanFor(position).StopLoss.DebitLoss);
    }

    [Fact]
    public async Task WhenAStopIsSetWider_TheNextSweepHoldsWhatItWouldHaveClosed()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.45m, 1.47m);
        await _desk.WriteAsync("/plan set GOOG stopLoss.debitLoss 0.3");
        await _desk.SweepAsync(4);
        Assert.Empty(await _desk.ClosingsAsync());
        await _desk.WriteAsync("/plan undo");
        await _desk.SweepAsync(4);
        Assert.Single(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenUndone_TheVersionBeforeIsInForce()
    {
        var position = await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.WriteAsync("/plan set GOOG stopLoss.debitLoss 0.3");
        await _desk.WriteAsync("/plan set GOOG stopLoss.debitLoss 0.4");
        await _desk.WriteAsync("/plan undo");
        Assert.Equal(0.3m, Book.PlanFor(position).StopLoss.DebitLoss);
        await _desk.WriteAsync("/plan undo");
        Assert.Equal(0.25m, Book.PlanFor(position).StopLoss.DebitLoss);
        Assert.Contains("Nothing is left to undo", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.WriteAsync("/plan undo");
        Assert.Contains("there is nothing to undo", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/plan set GOOG stoploss.debitLoss 0.3", "did you mean stopLoss?")]
    [InlineData("/plan set GOOG stopLoss.debitLoss 30", "for 30 % write 0.3")]
    [InlineData("/plan set GOOG trailingStop.giveBack 0.3", "is above arm 0.25")]
    [InlineData("/plan set structure IronCondr takeProfit.target 0.4", "did you mean IronCondor?")]
    [InlineData("/plan set structure IronCondor takeProfit.target 1", "beyond the maximum profit")]
    [InlineData("/plan set structure Stock stopLoss.enabled true", "Stock has all rules off")]
    [InlineData("/plan set position GOOG-7 stopLoss.enabled true", "no open position has the id GOOG-7")]
    [InlineData("/plan set expiry closeNowFrom 6m", "rungs are out of order")]
    [InlineData("/plan set account maximumDailyLoss.limit -5", "a number above 0")]
    [InlineData("/plan set strutcure X stopLoss.enabled true", "did you mean structure?")]
    [InlineData("/plan set GOOG stopLoss.debitLoss", "write a path and a value")]
    [InlineData("/plan preset weel", "did you mean wheel?")]
    [InlineData("/plan reset GOOG", "you have changed nothing at symbol GOOG")]
    [InlineData("/plan rest GOOG", "did you mean reset?")]
    public async Task WhenAChangeIsWrong_ItIsRefusedAndNothingIsWritten(string command, string answer)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.WriteAsync(command);
        Assert.Contains(answer, _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Null(await _desk.Ledger.FindAsync(LedgerKeys.PlanOverrides, default));
    }

    [Theory]
    [InlineData("/plan set defaults stopLoss.debitLoss 0.3", "defaults: stopLoss.debitLoss 0.25 → 0.3")]
    [InlineData("/plan set structure verticalcredit takeProfit.target 0.4", "structure VerticalCredit: takeProfit.target 0.5 → 0.4")]
    [InlineData("/plan set strategy swing maxHold.limit 10", "strategy swing: maxHold.limit 30 → 10")]
    [InlineData("/plan set GOOG underlyingMove.against none", "symbol GOOG: underlyingMove.against 0.03 → none")]
    [InlineData("/plan set GOOG takeProfit.approval ask", "symbol GOOG: takeProfit.approval act → ask")]
    [InlineData("/plan set account maximumDailyLoss.limit 500", "account: maximumDailyLoss.limit none → 500")]
    [InlineData("/plan set expiry broadBasedEtfs SPY,QQQ", "expiry: broadBasedEtfs DIA,IWM,QQQ,SPY → QQQ,SPY")]
    [InlineData("/plan set management symbols.GOOG ignore", "management symbols.GOOG")]
    [InlineData("/plan set strategy swing preset day-trade", "strategy swing: stopLoss.debitLoss 0.25 → 0.2")]
    [InlineData("/plan preset wheel", "preset none → wheel")]
    public async Task WhenAChangeHolds_ValuesBeforeAndAfterAreSaid(string command, string said)
    {
        await _desk.WriteAsync(command);
        Assert.Contains(said, _desk.Desk.Last, StringComparison.Ordinal);
        Assert.NotNull(await _desk.Ledger.FindAsync(LedgerKeys.PlanOverrides, default));
    }

    [Fact]
    public async Task WhenReset_TheFileHoldsAgain()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"symbols": {"GOOG": {"stopLoss": {"debitLoss": 0.4}}}}""");
        _desk.Restart();
        var position = await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.WriteAsync("/plan set GOOG stopLoss.debitLoss 0.3");
        await _desk.WriteAsync("/plan reset GOOG stopLoss.debitLoss");
        Assert.Contains("stopLoss.debitLoss 0.3 → 0.4", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Equal(0.4m, Book.PlanFor(position).StopLoss.DebitLoss);
    }

    [Fact]
    public async Task WhenAPositionIsNamed_EachChangedValueHasItsSource()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"takeProfit": {"target": 0.8}}}""");
        _desk.Restart();
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.WriteAsync("/plan set GOOG stopLoss.debitLoss 0.3");
        await _desk.WriteAsync("/plan GOOG");
        Assert.Contains("debitLoss 0.3 <i>(symbol GOOG, /plan)</i> · creditMultiple 2 ·", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("target 0.8 <i>(defaults, plan.json)</i>", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("LongOption", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAskedForTheWhole_TheOwnersChangesAreShown()
    {
        await _desk.WriteAsync("/plan set defaults stopLoss.debitLoss 0.3");
        await _desk.WriteAsync("/plan");
        Assert.Contains("Version 1", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("\"debitLoss\": 0.3", System.Net.WebUtility.HtmlDecode(_desk.Desk.Last), StringComparison.Ordinal);
    }
}
