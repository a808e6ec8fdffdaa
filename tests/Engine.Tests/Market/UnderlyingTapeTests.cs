using ExitDesk.Domain.Quotes;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Market;
using Xunit;

namespace ExitDesk.Engine.Tests.Market;

public sealed class UnderlyingTapeTests
{
    private static readonly DateTimeOffset Noon = new(2015, 12, 23, 17, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(749.25, 750.75, 10, 700, 0, 750)] // spread 0.2 % of the mid
    [InlineData(749.24, 750.76, 10, 740, 0, 740)] // a tick wider: the trade counts
    [InlineData(749.25, 750.75, 11, 740, 60, 740)] // quote a second too old
    [InlineData(600, 751, 0, 750, 60, 750)] // a thin feed's mid is far from any truth
    public void WhenQuoteAndTradeDisagree_TheFreshNarrowOneCounts(
        decimal bid, decimal ask, int quoteAge, decimal trade, int tradeAge, decimal expected) =>
        Assert.Equal(expected, Recorded(new Quote(bid, ask, Noon.AddSeconds(-quoteAge)), trade, tradeAge));

    [Fact]
    public void WhenNeitherIsFresh_NothingIsRecorded() =>
        Assert.Null(Recorded(new Quote(749.25m, 750.75m, Noon.AddSeconds(-11)), 750, 61));

    [Fact]
    public void WhenTheTapeReachesBack_TheMoveIsAFraction()
    {
        var tape = new UnderlyingTape();
        tape.Record(Noon, Prices(750, Noon));
        tape.Record(Noon.AddMinutes(1), Prices(751.5m, Noon.AddMinutes(1)));
        Assert.Equal(0.002m, tape.MovedSince("GOOG", Noon));
        Assert.Null(tape.MovedSince("GOOG", Noon.AddSeconds(-1)));
    }

    private static decimal? Recorded(Quote quote, decimal trade, int tradeAge)
    {
        var tape = new UnderlyingTape();
        tape.Record(Noon, new Dictionary<string, StockPrice> { ["GOOG"] = new(quote, trade, Noon.AddSeconds(-tradeAge)) });
        return tape.Latest("GOOG");
    }

    private static Dictionary<string, StockPrice> Prices(decimal price, DateTimeOffset at) => new() { ["GOOG"] = new(null, price, at) };
}
