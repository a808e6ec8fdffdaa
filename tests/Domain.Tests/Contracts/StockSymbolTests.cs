using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Structures;
using Xunit;

namespace ExitDesk.Domain.Tests.Contracts;

public sealed class StockSymbolTests
{
    [Theory]
    [InlineData("BRK.B", "BRKB")]
    [InlineData("BRKB", "BRKB")]
    [InlineData("BRKB240119C00400000", "BRKB")]
    [InlineData("GOOG", "GOOG")]
    [InlineData("GOOG151224C00750000", "GOOG")]
    [InlineData("GOOG1151224C00750000", "GOOG")]
    public void WhenSharesAndOptionsAreOfOneStock_TheirUnderlyingIsOne(string symbol, string underlying)
    {
        Assert.Equal(underlying, StockSymbol.UnderlyingOf(symbol));
        var leg = new PositionLeg(symbol, 1, 10m, 100);
        Assert.Equal(underlying, new Structure(StructureKinds.Of([leg]), [leg], 1).Underlying);
    }

    [Fact]
    public void WhenSharesOfAClassCoverACall_TheirUnderlyingIsThatOfTheCall()
    {
        PositionLeg[] legs = [new("BRKB240119C00400000", -1, 3m, 100), new("BRK.B", 100, 390m, 1)];
        var structure = new Structure(StructureKinds.Of(legs), legs, 1);
        Assert.Equal((StructureKind.CoveredCall, "BRKB"), (structure.Kind, structure.Underlying));
    }

    [Theory]
    [InlineData("BRKB", true)]
    [InlineData("BFA", true)]
    [InlineData("TSLA", true)]
    [InlineData("GOOG", false)]
    [InlineData("SPY", false)]
    [InlineData("BA", false)]
    [InlineData("C", false)]
    [InlineData("", false)]
    public void WhenANameIsRead_ItSaysWhetherItMayBeAShareClass(string underlying, bool may) => Assert.Equal(may, StockSymbol.MayBeShareClass(underlying));
}
