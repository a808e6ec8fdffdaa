using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Structures;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class PositionDirectionTests
{
    private static int Of(StructureKind kind, params (string Symbol, int Ratio)[] legs) => PositionDirection.Of(
        new Structure(kind, [.. legs.Select(leg => new PositionLeg(leg.Symbol, leg.Ratio, 1, leg.Symbol == "XYZ" ? 1 : 100))], 1));

    [Theory]
    [InlineData(StructureKind.LongOption, "XYZ261218C00100000", 1, 1)]
    [InlineData(StructureKind.LongOption, "XYZ261218P00100000", 1, -1)]
    [InlineData(StructureKind.CashSecuredPut, "XYZ261218P00100000", -1, 1)]
    [InlineData(StructureKind.NakedCall, "XYZ261218C00100000", -1, -1)]
    [InlineData(StructureKind.Stock, "XYZ", 1, 1)]
    [InlineData(StructureKind.Stock, "XYZ", -1, -1)]
    public void WhenItIsOneLeg_TheLegSaysWhere(StructureKind kind, string symbol, int ratio, int expected) =>
        Assert.Equal(expected, Of(kind, (symbol, ratio)));

    [Fact]
    public void WhenACallIsCovered_ItIsJudgedOnTheCallAlone() =>
        Assert.Equal(-1, Of(StructureKind.CoveredCall, ("XYZ261218C00100000", -1), ("XYZ", 100)));

    [Theory]
    [InlineData(StructureKind.VerticalCredit, "P", 1, -1, 1)] // bull put
    [InlineData(StructureKind.VerticalDebit, "P", -1, 1, -1)] // bear put
    [InlineData(StructureKind.VerticalDebit, "C", 1, -1, 1)] // bull call
    [InlineData(StructureKind.VerticalCredit, "C", -1, 1, -1)] // bear call
    public void WhenItIsAVertical_TheLowerStrikeSaysWhere(StructureKind kind, string right, int lower, int upper, int expected)
    {
        (string, int)[] legs = [($"XYZ261218{right}00095000", lower), ($"XYZ261218{right}00100000", upper)];

        Assert.Equal(expected, Of(kind, legs));
        Assert.Equal(expected, Of(kind, [legs[1], legs[0]]));
    }

    [Theory]
    [InlineData(StructureKind.IronCondor, "P00090000:1 P00095000:-1 C00105000:-1 C00110000:1")]
    [InlineData(StructureKind.Straddle, "P00100000:1 C00100000:1")]
    [InlineData(StructureKind.Strangle, "P00095000:-1 C00105000:-1")]
    [InlineData(StructureKind.CalendarSpread, "C00100000:-1 C00100000:1")]
    [InlineData(StructureKind.Custom, "C00100000:2 C00105000:-3")]
    public void WhenItWantsNoDirection_ThereIsNone(StructureKind kind, string legs) => Assert.Equal(
        0, Of(kind, [.. legs.Split(' ').Select(leg => leg.Split(':')).Select(leg => ("XYZ261218" + leg[0], int.Parse(leg[1], System.Globalization.CultureInfo.InvariantCulture)))]));
}
