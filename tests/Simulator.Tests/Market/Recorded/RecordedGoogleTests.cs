using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Recorded;
using ExitDesk.TestKit;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market.Recorded;

/// <summary>Rows of GOOG's minute files of 23 December 2015, read by hand.</summary>
public sealed class RecordedGoogleTests
{
    private const string DeepCall = "GOOG151224C00600000";
    private const string NearCall = "GOOG151224C00750000";
    private static readonly DateOnly Day = new(2015, 12, 23);
    private static readonly Lazy<RecordedLoad> Loaded = new(
        () => RecordedMarket.Load(new RecordedSource(RecordedData.Folder!, "GOOG", [Day])));

    private static RecordedMarket Market
    {
        get
        {
            Skip.If(RecordedData.Folder is null, RecordedData.MissingReason);
            Assert.Empty(Loaded.Value.Problems);
            return Loaded.Value.Market!;
        }
    }

    [SkippableFact]
    public void WhenTheDayIsLoaded_ItsContractsAndSessionAreKnown()
    {
        Assert.Equal(118, Market.Contracts.Count);
        Assert.Equal(["GOOG"], Market.Underlyings);
        Assert.Equal(new TradingDay(Day, At("14:30:00"), At("21:00:00")), Assert.Single(Market.Days));
        Assert.Equal(
            new ListedContract(NearCall, "GOOG", true, 750m, new DateOnly(2015, 12, 24), 100),
            Market.Contracts.Single(contract => contract.Symbol == NearCall));
        Assert.Equal(Market.Contracts.OrderBy(contract => contract.Symbol, StringComparer.Ordinal), Market.Contracts);
    }

    [SkippableTheory]
    [InlineData("14:31:00", 150.60, 2, 155.20, 5)] // 09:30 bar, published at its end
    [InlineData("14:31:59", 150.60, 2, 155.20, 5)]
    [InlineData("14:32:00", 150.60, 1, 155.00, 13)]
    [InlineData("14:42:00", 149.40, 1, 153.60, 1)] // 09:41 bar
    [InlineData("14:43:30", 149.40, 1, 153.60, 1)] // 09:42 has no row
    [InlineData("14:44:00", 147.30, 6, 151.80, 5)] // 09:43 bar
    [InlineData("14:51:00", 149.20, 2, 153.80, 2)] // 09:50 bar: the ask is empty, so it is that of 09:49
    [InlineData("14:52:00", 149.10, 1, 153.10, 6)]
    [InlineData("14:58:00", 147.30, 5, 151.70, 1)] // 09:57 bar: the bid is empty, so it is that of 09:56
    [InlineData("14:59:00", 147.60, 5, 151.70, 1)] // 09:58 bar: the ask is empty
    [InlineData("21:00:00", 148.00, 1, 152.00, 1)] // last bar, 15:59
    [InlineData("23:30:00", 148.00, 1, 152.00, 1)]
    public void WhenABarHasEnded_ItsCloseIsTheQuote(string utc, double bid, int bidSize, double ask, int askSize) =>
        Assert.Equal(
            new MarketQuote((decimal)bid, bidSize, (decimal)ask, askSize, At(utc)),
            Market.OptionQuote(DeepCall, At(utc)));

    [SkippableFact]
    public void WhenTheFirstBarHasNotEnded_ThereIsNoQuote() => Assert.Null(Market.OptionQuote(NearCall, At("14:30:59")));

    [SkippableFact]
    public void WhenTheFirstBarHasEnded_ItIsTheQuote() =>
        Assert.Equal(new MarketQuote(3.90m, 13, 5.00m, 1, At("14:31:00")), Market.OptionQuote(NearCall, At("14:31:00")));

    [SkippableFact]
    public void WhenASideWasNeverQuoted_ItIsMissing()
    {
        const string farCall = "GOOG151224C00772500";

        Assert.Null(Market.OptionQuote(farCall, At("14:31:00"))); // a row without any price
        Assert.Equal(new MarketQuote(null, 0, 0.25m, 19, At("14:34:00")), Market.OptionQuote(farCall, At("14:34:00")));
        Assert.Null(Market.OptionQuote(farCall, At("20:59:00"))!.Bid);
    }

    [SkippableFact]
    public void WhenTheDayIsAnother_NothingIsKnown()
    {
        Assert.Null(Market.OptionQuote(NearCall, DateTimeOffset.Parse("2015-12-24T15:00:00Z")));
        Assert.Null(Market.OptionQuote(NearCall, DateTimeOffset.Parse("2015-12-22T15:00:00Z")));
        Assert.Null(Market.LastStockTrade("GOOG", DateTimeOffset.Parse("2015-12-24T05:00:00Z")));
    }

    [SkippableFact]
    public void WhenASymbolIsUnknown_NothingIsKnown()
    {
        Assert.Null(Market.OptionQuote("GOOG151224C00751000", At("15:00:00")));
        Assert.Null(Market.LastStockTrade("MSFT", At("15:00:00")));
    }

    [SkippableFact]
    public void WhenOnlyTradesAreRecorded_TheStockHasNoQuote()
    {
        Assert.Null(Market.StockQuote("GOOG", At("15:00:00")));
        Assert.Equal(new MarketTrade(752.33m, 12366, At("14:31:00")), Market.LastStockTrade("GOOG", At("14:31:00")));
        Assert.Equal(new MarketTrade(752.33m, 12366, At("14:31:00")), Market.LastStockTrade("GOOG", At("14:31:59")));
    }

    [SkippableFact]
    public void WhenTheStockTradedBeforeTheOpen_ThatIsTheLastTrade()
    {
        Assert.Null(Market.LastStockTrade("GOOG", At("09:59:59"))); // the first bar starts 04:59
        Assert.Equal(new MarketTrade(752.48m, 10, At("10:00:00")), Market.LastStockTrade("GOOG", At("11:00:00")));
    }

    [SkippableFact]
    public void WhenTheDayIsRecorded_GreeksAreAbsent() => Assert.Null(Market.Greeks(NearCall, At("15:00:00")));

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse($"2015-12-23T{utc}Z");
}
