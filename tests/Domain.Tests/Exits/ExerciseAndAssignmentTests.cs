using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class ExerciseAndAssignmentTests
{
    private static ExitDecision Assigned(bool? inTheMoney, decimal? extrinsic, decimal? call = null, decimal? dividend = 0, bool hasShort = true) =>
        AssignmentRisk.Evaluate(
            Snapshots.Credit(1, 2) with { Assignment = new AssignmentFacts(hasShort, inTheMoney, extrinsic, call, dividend) }, new AssignmentRiskPlan());

    [Theory]
    [InlineData(0.06, DecisionKind.Hold)]
    [InlineData(0.05, DecisionKind.Close)]
    [InlineData(0.00, DecisionKind.Close)]
    public void WhenExtrinsicValueIsGone_ItCloses(decimal extrinsic, DecisionKind expected)
    {
        var decision = Assigned(true, extrinsic);

        Assert.Equal(expected, decision.Kind);
        Assert.Equal(expected == DecisionKind.Close ? Urgency.Normal : default, decision.Urgency);
    }

    [Theory]
    [InlineData(0.50, DecisionKind.Hold)]
    [InlineData(0.49, DecisionKind.Close)]
    public void WhenADividendIsWorthMoreThanACallsExtrinsicValue_ItCloses(decimal extrinsic, DecisionKind expected) =>
        Assert.Equal(expected, Assigned(true, extrinsic, extrinsic, 0.50m).Kind);

    [Fact]
    public void WhenOnlyAPutIsInTheMoney_ADividendDoesNotMatter()
    {
        Assert.Equal(ExitDecision.Hold, Assigned(true, 0.10m, null, 5));
        Assert.Equal(ExitDecision.Hold, Assigned(true, 0.10m, null, null));
    }

    [Fact]
    public void WhenNothingCanBeAssigned_ItHolds()
    {
        Assert.Equal(ExitDecision.Hold, Assigned(null, null, hasShort: false));
        Assert.Equal(ExitDecision.Hold, Assigned(false, null));
    }

    [Fact]
    public void WhenDataIsMissing_ItIsUndecided()
    {
        Assert.Equal(DecisionKind.Undecided, Assigned(null, 0.01m).Kind);
        Assert.Equal(DecisionKind.Undecided, Assigned(true, null).Kind);
        Assert.Equal(DecisionKind.Undecided, Assigned(true, 0.10m, 0.10m, null).Kind);
    }

    [Theory]
    [InlineData(Urgency.Fast, false, DecisionKind.Close)]
    [InlineData(Urgency.Immediate, false, DecisionKind.Close)]
    [InlineData(null, true, DecisionKind.Undecided)]
    [InlineData(null, false, DecisionKind.Hold)]
    public void WhenTheLadderDemandsAClose_ItClosesAsHardWithoutAQuote(Urgency? urgency, bool undecided, DecisionKind expected)
    {
        var decision = ExerciseRisk.Evaluate(
            Snapshots.Long(2, null) with { Ladder = new LadderDemand(urgency, 0.01m, 0, undecided) }, new ExerciseRiskPlan());

        Assert.Equal((expected, urgency ?? default), (decision.Kind, decision.Urgency));
    }

    [Fact]
    public void WhenTheLadderIsOff_ItHolds() => Assert.Equal(
        ExitDecision.Hold,
        ExerciseRisk.Evaluate(
            Snapshots.Long(2, null) with { Ladder = new LadderDemand(Urgency.Immediate, null, 0) }, new ExerciseRiskPlan { Enabled = false }));
}
