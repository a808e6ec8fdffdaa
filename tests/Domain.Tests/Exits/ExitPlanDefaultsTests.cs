using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Structures;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class ExitPlanDefaultsTests
{
    [Theory]
    [InlineData(StructureKind.LongOption, false, "ExerciseRisk StopLoss TakeProfit ExpirationRisk")]
    [InlineData(StructureKind.VerticalDebit, false, "ExerciseRisk StopLoss TakeProfit ExpirationRisk AssignmentRisk")]
    [InlineData(StructureKind.CalendarSpread, false, "ExerciseRisk StopLoss TakeProfit ExpirationRisk AssignmentRisk")]
    [InlineData(StructureKind.CalendarSpread, true, "ExerciseRisk StopLoss TakeProfit DaysToExpiration AssignmentRisk")]
    [InlineData(StructureKind.Straddle, false, "ExerciseRisk StopLoss TakeProfit ExpirationRisk")]
    [InlineData(StructureKind.Strangle, true, "ExerciseRisk StopLoss TakeProfit DaysToExpiration AssignmentRisk")]
    [InlineData(StructureKind.CashSecuredPut, true, "ExerciseRisk StopLoss TakeProfit DaysToExpiration AssignmentRisk")]
    [InlineData(StructureKind.CoveredCall, true, "ExerciseRisk StopLoss TakeProfit DaysToExpiration AssignmentRisk")]
    [InlineData(StructureKind.NakedCall, true, "ExerciseRisk StopLoss TakeProfit DaysToExpiration AssignmentRisk")]
    [InlineData(StructureKind.VerticalCredit, true, "ExerciseRisk StopLoss TakeProfit DaysToExpiration AssignmentRisk")]
    [InlineData(StructureKind.IronCondor, true, "ExerciseRisk StopLoss TakeProfit DaysToExpiration AssignmentRisk")]
    [InlineData(StructureKind.Stock, false, "")]
    [InlineData(StructureKind.Custom, false, "")]
    public void WhenNothingElseIsSaid_TheKindDecidesWhichRulesRun(StructureKind kind, bool isCredit, string expected)
    {
        var plan = ExitPlanDefaults.For(kind, isCredit);

        Assert.Equal(expected, string.Join(' ', Enum.GetValues<ExitReason>().Where(rule => plan.PlanOf(rule) is { Enabled: true })));
    }

    [Theory]
    [InlineData(Approval.Act, "Emergency ExerciseRisk StopLoss TakeProfit TrailingStop UnderlyingMove DayTradeClose ExpirationRisk OwnerRequest")]
    [InlineData(Approval.AskThenAct, "DaysToExpiration AssignmentRisk MaxHold")]
    [InlineData(Approval.Ask, "")]
    public void WhenNothingElseIsSaid_TheRuleDecidesWhetherItAsks(Approval approval, string expected) => Assert.Equal(
        expected, string.Join(' ', Enum.GetValues<ExitReason>().Where(rule => ExitPlan.Default.ApprovalOf(rule) == approval)));
}
