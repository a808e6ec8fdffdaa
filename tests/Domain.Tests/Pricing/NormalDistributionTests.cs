using ExitDesk.Domain.Pricing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Pricing;

public sealed class NormalDistributionTests
{
    /// <summary>Known values, from the complementary error function in double precision.</summary>
    [Theory]
    [InlineData(-10, 7.619853024160593e-24)]
    [InlineData(-7.5, 3.19089167291092e-14)]
    [InlineData(-7.0710678, 7.687299629545496e-13)]
    [InlineData(-5, 2.866515718791946e-07)]
    [InlineData(-3, 0.0013498980316300957)]
    [InlineData(-1.96, 0.024997895148220435)]
    [InlineData(-1, 0.15865525393145707)]
    [InlineData(0, 0.5)]
    [InlineData(0.25, 0.5987063256829237)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(1.2815515655446004, 0.9)]
    [InlineData(1.96, 0.9750021048517795)]
    [InlineData(4, 0.9999683287581669)]
    [InlineData(8, 0.9999999999999993)]
    public void WhenValueIsKnown_ItIsMet(double x, double expected)
    {
        var actual = NormalDistribution.Cumulative(x);

        Assert.InRange(actual, expected - 1e-14, expected + 1e-14);
        Assert.InRange(actual / expected, 1 - 1e-6, 1 + 1e-6);
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-38, 0)]
    [InlineData(38, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    public void WhenFarOut_ItIsCertain(double x, double expected) => Assert.Equal(expected, NormalDistribution.Cumulative(x));

    [Theory]
    [InlineData(0, 0.3989422804014327)]
    [InlineData(1, 0.24197072451914337)]
    [InlineData(-1, 0.24197072451914337)]
    [InlineData(double.PositiveInfinity, 0)]
    public void WhenDensityIsKnown_ItIsMet(double x, double expected) => Assert.Equal(expected, NormalDistribution.Density(x), 1e-15);

    [Fact]
    public void WhateverTheValue_TheSidesSumToOneAndItGrows() =>
        Prop.ForAll(Gen.Choose(-800_000, 800_000).ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (at, more) =>
        {
            var (x, further) = (at / 100_000.0, (at + more) / 100_000.0);
            return Math.Abs(NormalDistribution.Cumulative(x) + NormalDistribution.Cumulative(-x) - 1) < 1e-15
                && NormalDistribution.Cumulative(x) <= NormalDistribution.Cumulative(further) + 1e-15;
        }).QuickCheckThrowOnFailure();
}
