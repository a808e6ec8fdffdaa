using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Structures;

public sealed class MaximumProfitTests
{
    private static Structure Put(decimal entry, string symbol = "XYZ261218P00095000") => SamplePositions.Single(symbol, entry);

    [Fact]
    public void WhenADebitVerticalIsBought_ItsWidthLessTheDebitIsTheMost()
    {
        Assert.Equal(3.80m, MaximumProfit.Of(SampleStructures.CallDebit()));
        Assert.Equal(3.80m / 1.20m, MaximumProfit.FractionOf(SampleStructures.CallDebit()));
    }

    [Fact]
    public void WhenMoreThanTheWidthWasPaid_ThereIsALossForSure()
    {
        var dear = new Structure(
            StructureKind.VerticalDebit,
            [new PositionLeg(SampleStructures.LowCall, 1, 6.00m, 100), new PositionLeg(SampleStructures.HighCall, -1, 0.80m, 100)], 1);

        Assert.Equal(-0.20m, MaximumProfit.Of(dear));
        Assert.True(MaximumProfit.IsBelow(dear, 0.0001m));
    }

    [Fact]
    public void WhenAPutIsBought_ItsStrikeLessTheDebitIsTheMost() => Assert.Equal(93m, MaximumProfit.Of(Put(2)));

    [Theory]
    [InlineData(0.5833, false)]
    [InlineData(0.5834, true)]
    public void WhenAPutCostMostOfItsStrike_AGainBeyondTheRestIsOutOfReach(decimal gain, bool expected) =>
        Assert.Equal(expected, MaximumProfit.IsBelow(Put(60), gain));

    [Theory]
    [InlineData(0.25, false)]
    [InlineData(0.2501, true)]
    public void WhenADebitGains_ItsMaximumItselfIsInReach(decimal gain, bool expected) =>
        Assert.Equal(expected, MaximumProfit.IsBelow(Put(76), gain));

    [Theory]
    [InlineData(0.99, false)]
    [InlineData(1.00, true)]
    public void WhenACreditIsSold_ItKeepsLessThanAllOfIt(decimal gain, bool expected)
    {
        Structure[] sold = [SampleStructures.PutCredit(), SampleStructures.Condor(), SampleStructures.ShortStrangle(), SamplePositions.Single(side: Domain.Positions.PositionSide.Short)];

        Assert.All(sold, structure => Assert.Equal(1m, MaximumProfit.FractionOf(structure)));
        Assert.All(sold, structure => Assert.Equal(expected, MaximumProfit.IsBelow(structure, gain)));
    }

    [Fact]
    public void WhenNothingLimitsIt_NothingIsOutOfReach()
    {
        Structure[] open = [SamplePositions.Single(), SampleStructures.LongStrangle(), Put(2, "XYZ1261218P00095000"), SamplePositions.Single("XYZ")];

        Assert.All(open, structure => Assert.Null(MaximumProfit.Of(structure)));
        Assert.All(open, structure => Assert.False(MaximumProfit.IsBelow(structure, 1_000)));
    }
}
