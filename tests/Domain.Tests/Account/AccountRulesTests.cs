using ExitDesk.Domain.Account;
using Xunit;

namespace ExitDesk.Domain.Tests.Account;

public sealed class AccountRulesTests
{
    private static readonly AccountFacts Facts = new(
        Equity: 10_000, EquityAtStart: 10_000, FlowsToday: 0, PeakResult: 2_000, PeakEquity: 10_000, FlowsInAll: 8_000, NotionalExpiringToday: 0, TimeSpan.FromMinutes(30));

    [Theory]
    [InlineData(9500.01, false)]
    [InlineData(9500, true)]
    [InlineData(9499.99, true)]
    public void WhenEquityFallsToTheDailyLimit_TheRuleFires(decimal equity, bool fires) =>
        Assert.Equal(fires ? AccountAction.Alert : null, Single(Facts with { Equity = equity }, Daily(500)).Demand);

    [Theory]
    [InlineData(-600, 9400, false)]
    [InlineData(600, 10_100, true)]
    [InlineData(600, 10_101, false)]
    public void WhenMoneyMoved_ItIsNeitherLossNorGain(decimal flows, decimal equity, bool fires) =>
        Assert.Equal(fires, Single(Facts with { Equity = equity, FlowsToday = flows }, Daily(500)).Demand is not null);

    [Theory]
    [InlineData(9000.01, 8000, false)]
    [InlineData(9000, 8000, true)]
    [InlineData(5000, 4000, true)]
    [InlineData(5001, 4000, false)]
    [InlineData(20_000, 8000, false)]
    public void WhenTenthOfThePeakIsLost_TheRuleFires(decimal equity, decimal flows, bool fires)
    {
        var plan = AccountPlan.Off with { LossFromPeak = new AccountLimit(0.10m, AccountAction.StopEntries) };
        Assert.Equal(fires ? AccountAction.StopEntries : null, Single(Facts with { Equity = equity, FlowsInAll = flows }, plan).Demand);
    }

    [Theory]
    [InlineData(99_999.99, false)]
    [InlineData(100_000, true)]
    public void WhenTooMuchExpires_TheRuleFires(decimal notional, bool fires)
    {
        var plan = AccountPlan.Off with { NotionalExpiringToday = new AccountLimit(100_000) };
        Assert.Equal(fires, Single(Facts with { NotionalExpiringToday = notional }, plan).Demand is not null);
    }

    [Fact]
    public void WhenEquityIsUnknown_NothingFiresAndItIsSaid()
    {
        var finding = Single(Facts with { Equity = null }, Daily(500));
        Assert.True(finding.IsUndecided);
        Assert.Null(finding.Demand);
    }

    [Fact]
    public void WhenNoLimitIsGiven_NothingIsJudged() => Assert.Empty(AccountRules.Evaluate(Facts with { Equity = 0 }, AccountPlan.Off, []));

    [Fact]
    public void WhenEmergencyFires_ThreeInARowAreNeeded()
    {
        var plan = Daily(500, AccountAction.Emergency);
        IReadOnlyList<AccountFinding> found = [];
        List<AccountAction?> demands = [];
        foreach (var equity in (decimal[])[9000, 9000, 9600, 9000, 9000, 9000, 9000])
        {
            found = AccountRules.Evaluate(Facts with { Equity = equity }, plan, found);
            demands.Add(found[0].Demand);
        }

        const AccountAction wait = AccountAction.StopEntries;
        Assert.Equal([wait, wait, null, wait, wait, AccountAction.Emergency, AccountAction.Emergency], demands);
    }

    [Theory]
    [InlineData(299, 0)]
    [InlineData(300, 1)]
    public void WhenSessionIsYoung_NothingCountsTowardEmergency(int seconds, int counted)
    {
        var finding = Single(Facts with { Equity = 9000, SinceOpen = TimeSpan.FromSeconds(seconds) }, Daily(500, AccountAction.Emergency));
        Assert.Equal((counted, AccountAction.StopEntries), (finding.InARow, finding.Demand));
    }

    [Fact]
    public void WhenMarketIsClosed_NothingCountsTowardEmergency() =>
        Assert.Equal(0, Single(Facts with { Equity = 9000, SinceOpen = null }, Daily(500, AccountAction.Emergency)).InARow);

    private static AccountPlan Daily(decimal limit, AccountAction action = AccountAction.Alert) =>
        AccountPlan.Off with { MaximumDailyLoss = new AccountLimit(limit, action) };

    private static AccountFinding Single(AccountFacts facts, AccountPlan plan) => Assert.Single(AccountRules.Evaluate(facts, plan, []));
}
