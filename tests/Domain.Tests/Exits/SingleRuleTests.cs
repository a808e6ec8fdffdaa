using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class SingleRuleTests
{
    private static readonly RuleSet Prices = RuleSet.None.With(ExitReason.StopLoss).With(ExitReason.TakeProfit);

    [Theory]
    [InlineData(1.51, false, false)]
    [InlineData(1.50, true, false)]
    [InlineData(2.99, false, false)]
    [InlineData(3.00, false, true)]
    public void WhenLong_ExactlyTheRulesPastTheirThresholdAreNamed(double bid, bool stops, bool profits)
    {
        var past = SingleRule.Past(Seen(2.00m, (decimal)bid), ExitPlan.Default);
        Assert.Equal((stops, profits), (past.Contains(ExitReason.StopLoss), past.Contains(ExitReason.TakeProfit)));
    }

    [Theory]
    [InlineData(-4.49, false, false)]
    [InlineData(-4.50, true, false)]
    [InlineData(-0.76, false, false)]
    [InlineData(-0.75, false, true)]
    public void WhenShort_ExactlyTheRulesPastTheirThresholdAreNamed(double value, bool stops, bool profits)
    {
        var past = SingleRule.Past(Seen(-1.50m, (decimal)value), ExitPlan.Default);
        Assert.Equal((stops, profits), (past.Contains(ExitReason.StopLoss), past.Contains(ExitReason.TakeProfit)));
    }

    [Fact]
    public void WhenOneHoldsAndOneFires_EachIsNamed() => Assert.Equal(
        (RuleSet.None.With(ExitReason.StopLoss), RuleSet.None.With(ExitReason.TakeProfit)), SingleRule.Read(Prices, Seen(2.00m, 3.00m), ExitPlan.Default));

    [Fact]
    public void WhenARuleIsNotAskedFor_ItIsNotRead() =>
        Assert.Equal((RuleSet.None, RuleSet.None), SingleRule.Read(RuleSet.None, Seen(2.00m, 3.00m), ExitPlan.Default));

    [Fact]
    public void WhenRulesCannotTell_TheyNeitherHoldNorFire() => Assert.Equal(
        (RuleSet.None, RuleSet.None), SingleRule.Read(Prices, new PositionSnapshot(2.00m, null, null, QuoteQuality.Missing), ExitPlan.Default));

    [Fact]
    public void WhenTakenFromASet_OnlyTheOthersStay()
    {
        var rest = RuleSet.All.Without(Prices);
        Assert.False(rest.Contains(ExitReason.StopLoss));
        Assert.True(rest.Contains(ExitReason.MaxHold));
        Assert.Equal(RuleSet.All, rest.With(Prices));
    }

    private static PositionSnapshot Seen(decimal entry, decimal value) => new(entry, value, value, QuoteQuality.Usable);
}
