using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Expiry;
using Xunit;
using static ExitDesk.Domain.Tests.Expiry.ExpirySamples;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class ExpiryLadderStructureTests
{
    private static readonly OptionContract Put = Contract(OptionRight.Put, strike: 95m);
    private static readonly OptionContract Call = Contract(OptionRight.Call, strike: 105m);

    private static ExpiryAssessment AssessLegs(decimal? underlying, double seconds, params ExpiringLeg[] legs)
    {
        var assessment = ExpiryLadder.Assess(legs, underlying, Before(seconds), Settings);
        Assert.Equal(assessment, ExpiryLadder.Assess([.. legs.Reverse()], underlying, Before(seconds), Settings));
        return assessment;
    }

    [Theory]
    [InlineData(94.99, 0.0001)]
    [InlineData(105.01, 0.0001)]
    public void WhenOneSideIsInTheMoney_ItDecides(double underlying, double atLeast)
    {
        var assessment = AssessLegs((decimal)underlying, 300, new(Put, 0.25m), new(Call, 0.25m));

        Assert.Equal(ExpiryAction.CloseFast, assessment.Action);
        Assert.Equal(underlying < 100 ? Put : Call, assessment.Contract);
        Assert.InRange(assessment.Moneyness.Value!.Value, 0.00009m, (decimal)atLeast + 0.0001m);
    }

    [Fact]
    public void WhenBothSidesAnswerAlike_TheDeeperDecides()
    {
        var inner = Contract(OptionRight.Call, strike: 100m);
        var assessment = AssessLegs(106m, 300, new(inner, 0.25m), new(Call, 0.25m));

        Assert.Equal(inner, assessment.Contract);
        Assert.Equal(0.06m, assessment.Moneyness.Value);
    }

    [Fact]
    public void WhenTheFartherLegIsTheMoreVolatile_ItsOwnThresholdCounts()
    {
        // Call −0.0196, put −0.0192: the put is nearer, but only the call's T2 (0.0227) reaches it.
        var assessment = AssessLegs(
            98.04m, 120, new(Contract(OptionRight.Call, strike: 100m), 0.40m), new(Contract(OptionRight.Put, strike: 96.19m), 0.10m));

        Assert.Equal(ExpiryAction.CloseImmediately, assessment.Action);
        Assert.Equal(OptionRight.Call, assessment.Contract!.Right);
    }

    [Fact]
    public void WhenOneLegLivesOn_TheOtherDecides()
    {
        var assessment = AssessLegs(90m, 300, new(Contract(OptionRight.Put, day: 24, strike: 100m), 0.25m), new(Put, 0.25m));

        Assert.Equal(Put, assessment.Contract);
    }

    [Fact]
    public void WhenNoLegExpiresToday_NothingIsSaid() =>
        Assert.Equal(ExpiryAssessment.NotExpiring, AssessLegs(90m, 300, new(Contract(day: 24), 0.25m), new(Contract(day: 22), 0.25m)));

    [Fact]
    public void WhenPriceIsUnknown_TheStructureIsClosedAtT2()
    {
        Assert.Equal(ExpiryAction.NameEachCycle, AssessLegs(null, 300, new ExpiringLeg(Put, null)).Action);
        Assert.Equal(ExpiryAction.CloseImmediately, AssessLegs(null, 120, new ExpiringLeg(Put, null)).Action);
    }

    [Fact]
    public void WhenOneLegIsAdjusted_ItDecides() =>
        Assert.Equal("GOOG1", AssessLegs(106m, 300, new(Contract(root: "GOOG1"), 0.25m), new(Call, 0.25m)).Contract!.Root);
}
