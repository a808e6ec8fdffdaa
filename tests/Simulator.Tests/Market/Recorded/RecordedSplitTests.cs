using ExitDesk.Simulator.Market.Recorded;
using ExitDesk.TestKit;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market.Recorded;

/// <summary>AAPL's hour files on both sides of its 7:1 split of 9 June 2014.</summary>
public sealed class RecordedSplitTests
{
    private const string Weekly = "AAPL140606C00645000";
    private static readonly DateOnly Before = new(2014, 6, 6);
    private static readonly DateOnly After = new(2014, 6, 9);
    private static readonly Lazy<RecordedLoad> LoadedBefore = Loading(Before);
    private static readonly Lazy<RecordedLoad> LoadedAfter = Loading(After);

    [SkippableTheory]
    [InlineData("13:59:59", null, null)]
    [InlineData("14:00:00", 4.20, 4.40)] // the bar that starts at 09:00
    [InlineData("15:59:59", 3.65, 3.70)]
    [InlineData("20:00:00", 0.46, 0.74)] // the last bar
    public void WhenFilesAreHourly_ABarIsKnownAnHourLater(string utc, double? bid, double? ask)
    {
        var at = DateTimeOffset.Parse($"2014-06-06T{utc}Z");
        var quote = Load(Before).OptionQuote(Weekly, at);

        Assert.Equal((decimal?)bid, quote?.Bid);
        Assert.Equal((decimal?)ask, quote?.Ask);
    }

    [SkippableFact]
    public void WhenABidIsNeverQuotedInAnHourFile_ItIsMissing()
    {
        var quote = Load(Before).OptionQuote("AAPL140606C00730000", DateTimeOffset.Parse("2014-06-06T15:00:00Z"))!;

        Assert.Null(quote.Bid);
        Assert.Equal(0.01m, quote.Ask);
        Assert.Equal(49, quote.AskSize);
    }

    [SkippableFact]
    public void WhenTheStockSplits_ContractsOfBeforeAreNotQuotedAfter()
    {
        var before = Load(Before);
        var after = Load(After);

        Assert.Contains(before.Contracts, contract => contract.Symbol == Weekly);
        Assert.DoesNotContain(after.Contracts, contract => contract.Symbol == Weekly);
        Assert.Equal(645.57m, before.LastStockTrade("AAPL", DateTimeOffset.Parse("2014-06-06T20:00:00Z"))!.Price);
        Assert.Equal(93.70m, after.LastStockTrade("AAPL", DateTimeOffset.Parse("2014-06-09T20:00:00Z"))!.Price);
    }

    private static RecordedMarket Load(DateOnly date)
    {
        Skip.If(RecordedData.Folder is null, RecordedData.MissingReason);
        var load = (date == Before ? LoadedBefore : LoadedAfter).Value;
        Assert.Empty(load.Problems);
        return load.Market!;
    }

    private static Lazy<RecordedLoad> Loading(DateOnly date) =>
        new(() => RecordedMarket.Load(new RecordedSource(RecordedData.Folder!, "AAPL", [date])));
}
