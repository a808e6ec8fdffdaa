using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Tests.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Market;

public sealed class HaltedMarketTests
{
    private readonly FixedMarket _inner = new();
    private readonly HaltedMarket _market;

    public HaltedMarketTests() => _market = new HaltedMarket(_inner, [new TradingHalt("GOOG", At(11), At(12))]);

    [Fact]
    public void WhenAStockIsHalted_NeitherItNorItsOptionsAreQuoted()
    {
        Assert.Null(_market.StockQuote("GOOG", At(11)));
        Assert.Null(_market.OptionQuote(Call100, At(11, 59, 59)));
        Assert.Null(_market.Greeks(Call100, At(11)));
        Assert.Equal(_inner.LastStockTrade("GOOG", At(11).AddTicks(-1)), _market.LastStockTrade("GOOG", At(11, 30)));
    }

    [Fact]
    public void WhenItIsBeforeOrAfterTheHaltOrAnotherStock_TheMarketIsAsItWas()
    {
        Assert.Equal(_inner.StockQuote("GOOG", At(10, 59, 59)), _market.StockQuote("GOOG", At(10, 59, 59)));
        Assert.Equal(_inner.OptionQuote(Call100, At(12)), _market.OptionQuote(Call100, At(12)));
        Assert.Equal(_inner.StockQuote("SPY", At(11)), _market.StockQuote("SPY", At(11)));
        Assert.Equal(_inner.OptionQuote(ExpiringSpy, At(11)), _market.OptionQuote(ExpiringSpy, At(11)));
        Assert.Equal((_inner.Days, _inner.Contracts, _inner.Underlyings), (_market.Days, _market.Contracts, _market.Underlyings));
    }
}
