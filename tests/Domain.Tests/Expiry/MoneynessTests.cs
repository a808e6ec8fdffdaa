using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Expiry.ExpirySamples;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class MoneynessTests
{
    [Theory]
    [InlineData(OptionRight.Call, 635, 640.08, 0.008)]
    [InlineData(OptionRight.Call, 100, 100.01, 0.0001)]
    [InlineData(OptionRight.Call, 100, 100, 0)]
    [InlineData(OptionRight.Call, 100, 99.99, -0.0001)]
    [InlineData(OptionRight.Put, 100, 100.01, -0.0001)]
    [InlineData(OptionRight.Put, 100, 100, 0)]
    [InlineData(OptionRight.Put, 100, 99.99, 0.0001)]
    [InlineData(OptionRight.Put, 50, 0, 1)]
    public void WhenPriceIsKnown_ItIsAFractionOfTheStrike(OptionRight right, int strike, double underlying, double expected)
    {
        var moneyness = Moneyness.Of(Contract(right, strike: strike), (decimal)underlying);

        Assert.Equal(Moneyness.Known((decimal)expected), moneyness);
        Assert.Equal(expected > 0, moneyness.CountsAsInTheMoney);
    }

    [Fact]
    public void WhenPriceIsUnknown_ItIsUnknown()
    {
        Assert.Equal(Moneyness.Unknown, Moneyness.Of(Contract(), null));
        Assert.False(Moneyness.Unknown.CountsAsInTheMoney);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void WhenContractIsAdjusted_ItCountsAsInTheMoney(int? underlying)
    {
        Assert.Equal(Moneyness.Adjusted, Moneyness.Of(Contract(root: "GOOG1"), underlying));
        Assert.True(Moneyness.Adjusted.CountsAsInTheMoney);
    }

    [Theory]
    [InlineData(79, 0.0125)]
    [InlineData(80, 0)]
    [InlineData(100, -0.2)]
    [InlineData(124, -0.008)]
    [InlineData(126, 0.008)]
    public void WhenStructureExpires_TheHighestOfItsLegsCounts(int underlying, double expected)
    {
        OptionContract[] strangle =
            [Contract(OptionRight.Put, strike: 80m), Contract(OptionRight.Call, strike: 125m), Contract(OptionRight.Call, day: 24, strike: 50m)];

        foreach (var legs in new[] { strangle, [.. strangle.Reverse()] })
        {
            Assert.Equal(Moneyness.Known((decimal)expected), Moneyness.OfStructure(legs, SampleSession.Day, underlying));
        }
    }

    [Fact]
    public void WhenOneLegIsAdjusted_ItIsAboveAllOthers() => Assert.Equal(
        Moneyness.Adjusted,
        Moneyness.OfStructure([Contract(strike: 50m), Contract(root: "GOOG1"), Contract(strike: 40m)], SampleSession.Day, 100m));

    [Fact]
    public void WhenPriceOfStructureIsUnknown_ItIsUnknown() =>
        Assert.Equal(Moneyness.Unknown, Moneyness.OfStructure([Contract(), Contract(OptionRight.Put)], SampleSession.Day, null));

    [Fact]
    public void WhenNoLegExpiresToday_ThereIsNone() =>
        Assert.Null(Moneyness.OfStructure([Contract(day: 22), Contract(day: 24)], SampleSession.Day, 100m));
}
