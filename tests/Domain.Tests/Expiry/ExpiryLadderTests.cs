using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Expiry.ExpirySamples;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class ExpiryLadderTests
{
    [Theory]
    [InlineData(1_801, ExpiryRung.None)]
    [InlineData(1_800.5, ExpiryRung.None)]
    [InlineData(1_800, ExpiryRung.Watch)]
    [InlineData(1_799, ExpiryRung.Watch)]
    [InlineData(301, ExpiryRung.Watch)]
    [InlineData(300, ExpiryRung.CloseFast)]
    [InlineData(299, ExpiryRung.CloseFast)]
    [InlineData(121, ExpiryRung.CloseFast)]
    [InlineData(120, ExpiryRung.CloseNow)]
    [InlineData(119, ExpiryRung.CloseNow)]
    [InlineData(0.001, ExpiryRung.CloseNow)]
    [InlineData(0, ExpiryRung.PastDeadline)]
    [InlineData(-1, ExpiryRung.PastDeadline)]
    public void WhenTimeRunsOut_EachRungBeginsAtItsExactTime(double seconds, ExpiryRung expected)
    {
        var assessment = Assess(-0.5m, seconds);

        Assert.Equal(expected, assessment.Rung);
        Assert.Equal(TimeSpan.FromSeconds(seconds), assessment.UntilDeadline);
        Assert.Equal(Deadline, assessment.DeadlineAt);
    }

    /// <summary>Each threshold, one tick below and one above; T2 at a volatility of 0.25 is 0.014207…</summary>
    [Theory]
    [InlineData(1_801, 0.5, ExpiryAction.Nothing)]
    [InlineData(1_800, -0.0201, ExpiryAction.Nothing)]
    [InlineData(1_800, -0.02, ExpiryAction.Card)]
    [InlineData(1_800, -0.0199, ExpiryAction.Card)]
    [InlineData(301, 0.5, ExpiryAction.Card)]
    [InlineData(300, -0.0201, ExpiryAction.Nothing)]
    [InlineData(300, -0.02, ExpiryAction.Card)]
    [InlineData(300, -0.0101, ExpiryAction.Card)]
    [InlineData(300, -0.01, ExpiryAction.NameEachCycle)]
    [InlineData(300, -0.0099, ExpiryAction.NameEachCycle)]
    [InlineData(300, 0, ExpiryAction.NameEachCycle)]
    [InlineData(300, 0.0001, ExpiryAction.CloseFast)]
    [InlineData(121, 0.0001, ExpiryAction.CloseFast)]
    [InlineData(120, -0.0201, ExpiryAction.Nothing)]
    [InlineData(120, -0.0143, ExpiryAction.Card)]
    [InlineData(120, -0.0142, ExpiryAction.CloseImmediately)]
    [InlineData(120, 0.0001, ExpiryAction.CloseImmediately)]
    [InlineData(0, -0.0143, ExpiryAction.Card)]
    [InlineData(0, -0.0142, ExpiryAction.TryPastDeadline)]
    [InlineData(-3_599, 0.0001, ExpiryAction.TryPastDeadline)]
    [InlineData(-3_600, 0.0001, ExpiryAction.Nothing)]
    public void WhenMoneynessReachesAThreshold_TheRungAnswers(double seconds, double moneyness, ExpiryAction expected)
    {
        foreach (var right in new[] { OptionRight.Call, OptionRight.Put })
        {
            var assessment = Assess((decimal)moneyness, seconds, right: right);

            Assert.Equal(expected, assessment.Action);
            Assert.Equal(Moneyness.Known((decimal)moneyness), assessment.Moneyness);
        }
    }

    [Theory]
    [InlineData(1_800, -0.0199, null, -0.02)]
    [InlineData(300, -0.0099, null, -0.01)]
    [InlineData(300, 0.0001, Urgency.Fast, 0.0)]
    [InlineData(120, -0.0049, Urgency.Immediate, -0.005)]
    [InlineData(-1, -0.005, Urgency.Immediate, -0.005)]
    [InlineData(1_800, -0.03, null, null)]
    public void WhenTheRungAnswers_UrgencyAndThresholdAreNamed(double seconds, double moneyness, Urgency? urgency, double? threshold)
    {
        var assessment = Assess((decimal)moneyness, seconds, volatility: 0.05m);

        Assert.Equal(urgency, assessment.Urgency);
        Assert.Equal((decimal?)threshold, assessment.Threshold);
        Assert.Equal(0.005m, assessment.NearThreshold);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void WhenVolatilityIsMissing_FortyPercentIsTaken(double? volatility)
    {
        Assert.Equal(ExpiryAction.CloseImmediately, Assess(-0.0227m, 120, (decimal?)volatility).Action);
        Assert.Equal(ExpiryAction.Nothing, Assess(-0.0228m, 120, (decimal?)volatility).Action);
        Assert.Null(Assess(-0.0228m, 120, (decimal?)volatility).ProbabilityInTheMoney);
    }

    [Theory]
    [InlineData(1_801, ExpiryAction.Nothing, false)]
    [InlineData(1_800, ExpiryAction.Card, true)]
    [InlineData(300, ExpiryAction.NameEachCycle, true)]
    [InlineData(121, ExpiryAction.NameEachCycle, true)]
    [InlineData(120, ExpiryAction.CloseImmediately, false)]
    [InlineData(0, ExpiryAction.TryPastDeadline, false)]
    public void WhenPriceIsUnknown_ItIsToldAndFromT2OnClosed(double seconds, ExpiryAction expected, bool isUndecided)
    {
        var assessment = Assess(null, seconds);

        Assert.Equal(expected, assessment.Action);
        Assert.Equal(isUndecided, assessment.IsUndecided);
        Assert.Null(assessment.ProbabilityInTheMoney);
    }

    [Theory]
    [InlineData(1_801, ExpiryAction.Nothing)]
    [InlineData(1_800, ExpiryAction.Card)]
    [InlineData(301, ExpiryAction.Card)]
    [InlineData(300, ExpiryAction.CloseFast)]
    [InlineData(120, ExpiryAction.CloseImmediately)]
    [InlineData(0, ExpiryAction.TryPastDeadline)]
    public void WhenContractIsAdjusted_ItCountsAsInTheMoneyAtEveryRung(double seconds, ExpiryAction expected)
    {
        foreach (var moneyness in new decimal?[] { null, -0.5m })
        {
            var assessment = Assess(moneyness, seconds, root: "GOOG1");

            Assert.Equal(expected, assessment.Action);
            Assert.False(assessment.IsUndecided);
            Assert.Null(assessment.ProbabilityInTheMoney);
        }
    }

    [Fact]
    public void WhenTheClockReadsTheFirstRung_RiskAndProbabilityStandBeside()
    {
        var assessment = Assess(-0.01m, 1_800);

        // T = 0.02 × e⁻¹ × 1.25 = 0.0091970; below −T the score is 0. N(d₂) over 90 minutes at 0.25 of 99 against 100.
        Assert.Equal(new ExpiryRisk(0, RiskLevel.Low), assessment.Risk);
        Assert.Equal(0.0914, (double)assessment.ProbabilityInTheMoney!.Value, 1e-3);
        Assert.Equal(RiskLevel.High, Assess(0.0001m, 1_800).Risk.Level);
    }

    [Theory]
    [InlineData(22)]
    [InlineData(24)]
    public void WhenContractDoesNotExpireToday_NothingIsSaid(int day)
    {
        var assessment = ExpiryLadder.Assess(Contract(day: day), 200m, 0.25m, Before(-1), Settings);

        Assert.Equal(ExpiryAssessment.NotExpiring, assessment);
        Assert.False(assessment.IsExpiring);
    }

    [Fact]
    public void WhenThereIsNoSessionToday_NothingIsSaid() => Assert.Equal(
        ExpiryAssessment.NotExpiring,
        ExpiryLadder.Assess(Contract(), 200m, 0.25m, new MarketMoment(Deadline, false, SampleSession.NextOpenAt, null), Settings));

    [Theory]
    [InlineData(24, 0)]
    [InlineData(23, 2)]
    public void WhenAssessed_NothingIsAllocated(int day, int expiring)
    {
        var (contract, moment) = (Contract(day: day), Before(60));
        ExpiringLeg[] legs = [new(contract, 0.25m), new(Contract(OptionRight.Put, day: day), null)];
        for (var i = 0; i < 100; i++)
        {
            Count(contract, legs, moment);
        }

        var found = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            found += Count(contract, legs, moment);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1_000 * expiring, found);
    }

    private static int Count(OptionContract contract, ExpiringLeg[] legs, MarketMoment moment) =>
        (ExpiryLadder.Assess(contract, 100m, 0.25m, moment, Settings).IsExpiring ? 1 : 0)
        + (ExpiryLadder.Assess(legs, 100m, moment, Settings).IsExpiring ? 1 : 0);
}
