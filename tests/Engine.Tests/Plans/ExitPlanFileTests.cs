using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Plans;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Plans;

public sealed class ExitPlanFileTests
{
    [Fact]
    public void WhenSeveralThingsAreWrong_EachIsNamedByItsPathAndNothingIsTaken()
    {
        var book = ExitPlanFile.Read(
            "plan.json",
            """{"defaults": {"stopLoss": {"debitLoss": 2, "aproval": "act"}}, "symbols": {"GOOG": {"takeProfit": {"target": "half"}}, "SPY": 3}, "extra": 1}""",
            out var problems);
        Assert.Null(book);
        Assert.Equal(5, problems.Count);
        Assert.Contains(problems, problem => problem.StartsWith("plan.json $.defaults.stopLoss.debitLoss: ", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("plan.json $.defaults.stopLoss.aproval: unknown name", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("plan.json $.symbols.GOOG.takeProfit.target: ", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("plan.json $.symbols.SPY: ", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("plan.json $.extra: unknown name", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"symbols": {"goog": {}}}""", "$.symbols.goog")]
    [InlineData("""{"symbols": {"GOOG ": {}}}""", "$.symbols.GOOG ")]
    [InlineData("""{"symbols": {"GOOG": {}, "GOOG": {}}}""", "$.symbols.GOOG")]
    public void WhenASymbolCannotMatchOrStandsTwice_TheFileIsRefused(string json, string path)
    {
        Assert.Null(ExitPlanFile.Read("plan.json", json, out var problems));
        Assert.StartsWith($"plan.json {path}: ", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void WhenNotJson_TheLineIsNamed()
    {
        Assert.Null(ExitPlanFile.Read("plan.json", "{\n  oops\n}", out var problems));
        Assert.StartsWith("plan.json:2: not valid JSON", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void WhenASymbolHasItsOwn_ItChangesOnlyWhatItNames()
    {
        var book = ExitPlanFile.Read(
            "plan.json", """{"defaults": {"stopLoss": {"debitLoss": 0.3}}, "symbols": {"GOOG": {"takeProfit": {"target": 1, "approval": "ask"}}}}""", out _)!;
        var plan = book.PlanFor(Held("GOOG160115C00750000"));
        Assert.Equal((0.3m, 1m, Approval.Ask), (plan.StopLoss.DebitLoss, plan.TakeProfit.Target, plan.TakeProfit.Approval));
        Assert.Equal(0.5m, book.PlanFor(Held("AAPL160115C00110000")).TakeProfit.Target);
    }

    [Fact]
    public void WhenStockIsHeldBesideItsOptionsPlan_ItHasAllRulesOff()
    {
        var book = ExitPlanFile.Read("plan.json", """{"symbols": {"GOOG": {}}}""", out _)!;
        Assert.Equal(ExitPlan.Off, book.PlanFor(Held("GOOG")));
    }

    private static Position Held(string symbol) => new(
        "id", Structures.Single(symbol, 1, 1), DateTimeOffset.UnixEpoch, PositionStatus.Open, Management.Managed);
}
