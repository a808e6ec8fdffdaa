using ExitDesk.Domain.Plans;
using Xunit;

namespace ExitDesk.Domain.Tests.Plans;

public sealed class PlanCheckTests
{
    private static readonly PlanPlace Vertical = new(PlanScope.Structure, "VerticalCredit");
    private static readonly PlanPlace Call = new(PlanScope.Structure, "LongOption");

    [Theory]
    [InlineData("0.99", 0)]
    [InlineData("1", 1)]
    public void WhenACreditTargetReachesTheMaximum_ItIsRefused(string target, int problems)
    {
        var found = PlanCheck.Problems([SamplePlans.Document(Vertical, (ExitPlanFields.Target, target))]);
        Assert.Equal(problems, found.Count);
        Assert.All(found, problem => Assert.Equal("$.structures.VerticalCredit.takeProfit.target", problem.Path));
        Assert.All(found, problem => Assert.Contains("beyond the maximum profit", problem.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void WhenADebitTargetIsADouble_ItHolds() =>
        Assert.Empty(PlanCheck.Problems([SamplePlans.Document((Call, ExitPlanFields.Target, "2"), (PlanPlace.Defaults, ExitPlanFields.Target, "1.5"))]));

    [Theory]
    [InlineData("0.25", "0.25", null)]
    [InlineData("0.25", "0.26", "trailingStop.giveBack")]
    [InlineData("0.14", null, "trailingStop.arm")]
    [InlineData(null, "0.26", "trailingStop.giveBack")]
    public void WhenTheGiveBackIsAboveTheArm_ItIsRefusedWhereItIsWritten(string? arm, string? giveBack, string? path)
    {
        List<(string, string)> values = [];
        if (arm is not null)
        {
            values.Add(("trailingStop.arm", arm));
        }

        if (giveBack is not null)
        {
            values.Add(("trailingStop.giveBack", giveBack));
        }

        var found = PlanCheck.Problems([SamplePlans.Document(PlanPlace.Defaults, [.. values])]);
        Assert.Equal(path is null ? [] : [$"$.defaults.{path}"], found.Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("0.49", "act", 0)]
    [InlineData("0.50", "act", 1)]
    [InlineData("0.50", "ask", 0)]
    public void WhenTakeProfitClosesBeforeTheTrailArms_ItIsRefused(string arm, string approval, int problems) => Assert.Equal(
        problems,
        PlanCheck.Problems([SamplePlans.Document(Call, ("trailingStop.enabled", "true"), ("trailingStop.arm", arm), ("takeProfit.approval", approval))]).Count);

    [Fact]
    public void WhenAMoveHasNoLimit_ItIsRefused()
    {
        var section = new PlanSection(null, new Dictionary<string, object?> { ["underlyingMove.enabled"] = true, ["underlyingMove.against"] = null });
        var document = new PlanDocument("file", new Dictionary<PlanPlace, PlanSection> { [PlanPlace.Defaults] = section });
        Assert.Equal("$.defaults.underlyingMove.enabled", Assert.Single(PlanCheck.Problems([document])).Path);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 1)]
    public void WhenRungsAreOutOfOrder_TheLadderIsRefused(int closeNow, int problems)
    {
        var document = PlanDocument.Empty("file") with { Expiry = new Dictionary<string, object?> { ["closeNowFrom"] = TimeSpan.FromMinutes(closeNow) } };
        var found = PlanCheck.Problems([document]);
        Assert.Equal(problems, found.Count);
        Assert.All(found, problem => Assert.Equal("$.expiry.closeFastFrom", problem.Path));
    }

    [Fact]
    public void WhenOnlySomeStructuresContradict_TheyAreNamed()
    {
        var found = PlanCheck.Problems([SamplePlans.Document(PlanPlace.Defaults, ("trailingStop.enabled", "true"), ("trailingStop.arm", "1.2"), (ExitPlanFields.Target, "2"))]);
        Assert.NotEmpty(found);
        Assert.All(found, problem => Assert.Contains("VerticalCredit", problem.Text, StringComparison.Ordinal));
        Assert.All(found, problem => Assert.DoesNotContain("LongOption,", problem.Text, StringComparison.Ordinal));
    }
}
