using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Recorded;
using ExitDesk.TestKit;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market.Recorded;

/// <summary>TWX on 5 and 6 June 2014: stock quotes, also outside the session, and two days in one market.</summary>
public sealed class RecordedTimeWarnerTests
{
    private const string Leap = "TWX160115C00100000";
    private static readonly Lazy<RecordedLoad> Loaded = new(() => RecordedMarket.Load(
        new RecordedSource(RecordedData.Folder!, "twx", [new DateOnly(2014, 6, 6), new DateOnly(2014, 6, 5)])));

    private static RecordedMarket Market
    {
        get
        {
            Skip.If(RecordedData.Folder is null, RecordedData.MissingReason);
            Assert.Empty(Loaded.Value.Problems);
            return Loaded.Value.Market!;
        }
    }

    [SkippableTheory]
    [InlineData("2014-06-05T08:01:00Z", 58.00, 200, 100.00, 100)] // 04:00 bar, long before the open
    [InlineData("2014-06-05T13:30:00Z", 70.22, 300, 70.88, 300)] // 09:29 bar
    [InlineData("2014-06-05T13:31:00Z", 70.51, 400, 70.56, 100)] // 09:30 bar
    [InlineData("2014-06-05T20:00:00Z", 70.89, 24900, 70.90, 1200)] // 15:59 bar, known at the close
    [InlineData("2014-06-05T20:01:00Z", 70.89, 24900, 70.90, 1100)] // 16:00 bar
    public void WhenTheStockIsQuoted_RowsOutsideTheSessionCount(string utc, double bid, int bidSize, double ask, int askSize)
    {
        var at = DateTimeOffset.Parse(utc);

        Assert.Equal(new MarketQuote((decimal)bid, bidSize, (decimal)ask, askSize, at), Market.StockQuote("TWX", at));
    }

    [SkippableFact]
    public void WhenTheStockTrades_TheBarsEndIsTheTime()
    {
        var end = DateTimeOffset.Parse("2014-06-05T13:31:00Z");

        Assert.Equal(new MarketTrade(70.56m, 25774, end), Market.LastStockTrade("TWX", end.AddSeconds(30)));
    }

    [SkippableFact]
    public void WhenTwoDaysAreLoaded_EachStartsUnquoted()
    {
        Assert.Equal([new DateOnly(2014, 6, 5), new DateOnly(2014, 6, 6)], Market.Days.Select(day => day.Date));
        Assert.Equal(0.94m, Market.OptionQuote(Leap, DateTimeOffset.Parse("2014-06-05T13:31:00Z"))!.Ask);
        Assert.NotNull(Market.OptionQuote(Leap, DateTimeOffset.Parse("2014-06-06T03:59:59Z")));
        Assert.Null(Market.OptionQuote(Leap, DateTimeOffset.Parse("2014-06-06T04:00:00Z")));
        Assert.Null(Market.OptionQuote(Leap, DateTimeOffset.Parse("2014-06-06T13:30:59Z")));
        Assert.Equal(1.00m, Market.OptionQuote(Leap, DateTimeOffset.Parse("2014-06-06T13:31:00Z"))!.Ask);
    }
}
