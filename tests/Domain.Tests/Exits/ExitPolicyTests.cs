using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class ExitPolicyTests
{
    // With a negative target both rules fire on the same loss: the only way to let them compete.
    private static ExitPlan Both(Approval stop, Approval profit, decimal target = -1) =>
        ExitPlan.Default with
        {
            StopLoss = new StopLossPlan { Approval = stop },
            TakeProfit = new TakeProfitPlan { Target = target, Approval = profit },
        };

    private static DecisionContext Without(RuleSet silenced) => new(IsEmergency: false, silenced);

    [Theory]
    [InlineData(Approval.Act, Approval.Act, ExitReason.StopLoss)]
    [InlineData(Approval.Ask, Approval.Ask, ExitReason.StopLoss)]
    [InlineData(Approval.Act, Approval.Ask, ExitReason.StopLoss)]
    [InlineData(Approval.Ask, Approval.Act, ExitReason.TakeProfit)]
    public void WhenTwoRulesFire_ActBeatsAskAndTheFirstNamesTheReason(Approval stop, Approval profit, ExitReason expected)
    {
        var decision = ExitPolicy.Decide(Snapshots.Long(2, 1), Both(stop, profit), DecisionContext.Plain);

        Assert.Equal((DecisionKind.Close, expected), (decision.Kind, decision.Reason));
        Assert.Equal(expected == ExitReason.StopLoss ? Urgency.Immediate : Urgency.Normal, decision.Urgency);
    }

    [Fact]
    public void WhenNoRuleFires_ItHolds() =>
        Assert.Equal(ExitDecision.Hold, ExitPolicy.Decide(Snapshots.Long(2, 2), ExitPlan.Default, DecisionContext.Plain));

    [Fact]
    public void WhenNothingIsQuoted_TheFirstRuleIsUndecided()
    {
        var decision = ExitPolicy.Decide(Snapshots.Long(2, null), ExitPlan.Default, DecisionContext.Plain);

        Assert.Equal((DecisionKind.Undecided, ExitReason.StopLoss), (decision.Kind, decision.Reason));
        Assert.NotNull(decision.Why);
    }

    [Fact]
    public void WhenOneRuleFiresAndAnotherIsUndecided_ItCloses()
    {
        var wide = new PositionSnapshot(2, 0.5m, 1, QuoteQuality.Wide, TimeSpan.FromMinutes(2)) { Timing = Snapshots.Timing };

        Assert.Equal(ExitReason.StopLoss, ExitPolicy.Decide(wide, ExitPlan.Default, DecisionContext.Plain).Reason);
        Assert.Equal(DecisionKind.Close, ExitPolicy.Decide(wide, ExitPlan.Default, DecisionContext.Plain).Kind);
    }

    [Fact]
    public void WhenOneRuleHoldsAndAnotherIsUndecided_ItIsUndecided()
    {
        var wide = new PositionSnapshot(2, 1.5m, 2, QuoteQuality.Wide, TimeSpan.FromMinutes(2)) { Timing = Snapshots.Timing };

        Assert.Equal(ExitReason.TakeProfit, ExitPolicy.Decide(wide, ExitPlan.Default, DecisionContext.Plain).Reason);
        Assert.Equal(DecisionKind.Undecided, ExitPolicy.Decide(wide, ExitPlan.Default, DecisionContext.Plain).Kind);
    }

    [Fact]
    public void WhenARuleIsSilenced_OnlyTheOthersSpeak()
    {
        Assert.Equal(
            ExitReason.TakeProfit,
            ExitPolicy.Decide(Snapshots.Long(2, 1), Both(Approval.Act, Approval.Act), Without(RuleSet.None.With(ExitReason.StopLoss))).Reason);
        Assert.Equal(ExitDecision.Hold, ExitPolicy.Decide(Snapshots.Long(2, null), ExitPlan.Default, Without(RuleSet.All)));
    }

    [Fact]
    public void WhenEveryRuleIsOff_ItHolds() =>
        Assert.Equal(ExitDecision.Hold, ExitPolicy.Decide(Snapshots.Long(2, null), ExitPlan.Off, DecisionContext.Plain));

    [Fact]
    public void WhenItHolds_NothingIsAllocated()
    {
        var position = Snapshots.Long(2, 2);
        ExitPolicy.Decide(position, ExitPlan.Default, DecisionContext.Plain);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++)
        {
            ExitPolicy.Decide(position, ExitPlan.Default, DecisionContext.Plain);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void WhenTheOwnerAsks_ItIsAlwaysAct() =>
        Assert.Equal(Approval.Act, Both(Approval.Ask, Approval.Ask).ApprovalOf(ExitReason.OwnerRequest));
}
