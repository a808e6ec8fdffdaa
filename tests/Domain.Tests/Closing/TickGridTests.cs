using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class TickGridTests
{
    [Theory]
    [InlineData(2.99, 2.99, 2.99)]
    [InlineData(2.991, 2.99, 3.00)]
    [InlineData(3.00, 3.00, 3.00)]
    [InlineData(3.01, 3.00, 3.05)]
    [InlineData(3.049, 3.00, 3.05)]
    [InlineData(3.05, 3.05, 3.05)]
    [InlineData(0.004, 0.01, 0.01)]
    [InlineData(-1, 0.01, 0.01)]
    public void WhenAClassIsInThePennyProgram_ItTradesInCentsBelowThreeAndNickelsFromThere(decimal price, decimal down, decimal up) =>
        Assert.Equal((down, up), (TickGrid.Fine.Down(price), TickGrid.Fine.Up(price)));

    [Theory]
    [InlineData(2.99, 2.95, 3.00)]
    [InlineData(2.95, 2.95, 2.95)]
    [InlineData(3.00, 3.00, 3.00)]
    [InlineData(3.05, 3.00, 3.10)]
    [InlineData(0.01, 0.05, 0.05)]
    public void WhenAClassIsNot_ItTradesInNickelsAndDimes(decimal price, decimal down, decimal up) =>
        Assert.Equal((down, up), (TickGrid.Coarse.Down(price), TickGrid.Coarse.Up(price)));

    [Fact]
    public void WhenLegsTradeAsOne_CentsEverywhere() => Assert.Equal((3.01m, 3.02m), (TickGrid.Cents.Down(3.017m), TickGrid.Cents.Up(3.017m)));

    [Theory]
    [InlineData("GOOG151224C00750000", 1.48, 1.50, "fine")]
    [InlineData("GOOG151224C00750000", 1.45, 1.51, "fine")]
    [InlineData("GOOG151224C00750000", 1.45, 1.50, "coarse")]
    [InlineData("GOOG151224C00750000", 3.05, 3.20, "fine")]
    [InlineData("GOOG151224C00750000", 3.10, 3.20, "coarse")]
    [InlineData("SPY151224C00205000", 3.10, 3.20, "cents")]
    [InlineData("QQQ151224C00205000", 1.45, 1.50, "cents")]
    [InlineData("IWM151224C00205000", 1.45, 1.50, "cents")]
    public void WhenAQuoteIsOffTheCoarseGrid_ItProvesTheFineOne(string symbol, decimal bid, decimal ask, string grid)
    {
        Assert.True(OccSymbol.TryParse(symbol, out var contract, out _));

        Assert.Equal(
            grid switch { "fine" => TickGrid.Fine, "coarse" => TickGrid.Coarse, _ => TickGrid.Cents },
            TickGrid.Of(contract, new Quote(bid, ask, SampleSession.Noon)));
    }

    [Fact]
    public void WhenThereIsNoQuote_TheCoarseGridIsRefusedByNobody()
    {
        Assert.True(OccSymbol.TryParse(SamplePositions.Symbol, out var contract, out _));

        Assert.Equal(TickGrid.Coarse, TickGrid.Of(contract, null));
    }
}
