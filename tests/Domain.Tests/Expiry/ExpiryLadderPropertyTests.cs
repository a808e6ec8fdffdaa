using ExitDesk.Domain.Contracts;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static ExitDesk.Domain.Tests.Expiry.ExpirySamples;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class ExpiryLadderPropertyTests
{
    private static readonly Arbitrary<(OptionRight Right, double Seconds, decimal? Volatility)> Situations = (
        from right in Gen.Elements(OptionRight.Call, OptionRight.Put)
        from seconds in Gen.OneOf(Gen.Choose(-4_000, 2_000), Gen.Choose(-4_000, 20_000))
        from volatility in Gen.Choose(-10, 300)
        select (right, (double)seconds, volatility < 0 ? (decimal?)null : volatility / 100m)).ToArbitrary();

    private static readonly Arbitrary<decimal> Depths =
        Gen.OneOf(Gen.Choose(-300, 300), Gen.Choose(-9_999, 9_999)).Select(ticks => ticks / 10_000m).ToArbitrary();

    private static readonly Arbitrary<int> Ticks = Gen.Choose(0, 500).ToArbitrary();

    [Fact]
    public void WhenDeeperInTheMoney_NoLessIsAskedFor() =>
        Prop.ForAll(Situations, Depths, Ticks, (situation, depth, more) =>
            Assess(depth + (more / 10_000m), situation.Seconds, situation.Volatility, situation.Right).Action
            >= Assess(depth, situation.Seconds, situation.Volatility, situation.Right).Action).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenTimePassesBeforeTheClose_NoLessIsAskedFor() =>
        Prop.ForAll(Situations, Depths, Ticks, (situation, depth, later) =>
            situation.Seconds - later <= -3_600
            || Assess(depth, situation.Seconds - later, situation.Volatility, situation.Right).Action
            >= Assess(depth, situation.Seconds, situation.Volatility, situation.Right).Action).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenInTheMoneyFromT5ToTheClose_ItIsAlwaysClosed() =>
        Prop.ForAll(Situations, Depths, (situation, depth) =>
            depth <= 0 || situation.Seconds is > 300 or <= -3_600
            || Assess(depth, situation.Seconds, situation.Volatility, situation.Right).Urgency is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void WhateverTheSituation_TheAnswerIsTheSameTwiceAndItsNumbersAreFractions() =>
        Prop.ForAll(Situations, Depths, (situation, depth) =>
        {
            var assessment = Assess(depth, situation.Seconds, situation.Volatility, situation.Right);
            return assessment == Assess(depth, situation.Seconds, situation.Volatility, situation.Right)
                && assessment.IsSameAs(assessment)
                && assessment.Risk.Score is >= 0 and <= 1
                && assessment.ProbabilityInTheMoney is null or (>= 0 and <= 1)
                && assessment.NearThreshold >= 0.005m;
        }).QuickCheckThrowOnFailure();
}
