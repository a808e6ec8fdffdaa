using ExitDesk.Simulator.Market.Recorded;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market.Recorded;

public sealed class MalformedCorpusTests
{
    private const string CallPlace = "20151223_quote_american.zip!" + Corpus.Call;
    private static readonly DateOnly Day = new(2015, 12, 23);

    [Theory]
    [InlineData("34200000,1,1,1,abc,5,2,2,2,2,7", "\"abc\" is not a price")]
    [InlineData("34200000,1,1,1,,5,2,2,2,2,7", "\"\" is not a price")] // three of four
    [InlineData("34200000,1,1,1,-1,5,2,2,2,2,7", "\"-1\" is not a price")]
    [InlineData("34200000,1,1,1,1.5,5,2,2,2,2,7", "\"1.5\" is not a price")]
    [InlineData("34200000,1,1,1,99999999999,5,2,2,2,2,7", "\"99999999999\" is not a price")]
    [InlineData("34200000,1,1,1,1,5,2,2,2,2,many", "\"many\" is not a size")]
    [InlineData("34200000,1,1,1,1,5,0,0,0,0,7", "\"0\" is not an ask")]
    [InlineData("34200001,1,1,1,1,5,2,2,2,2,7", "\"34200001\" is not a time")]
    [InlineData("86400000,1,1,1,1,5,2,2,2,2,7", "\"86400000\" is not a time")]
    [InlineData("09:30,1,1,1,1,5,2,2,2,2,7", "\"09:30\" is not a time")]
    [InlineData("34200000,1,1,1,1,5", "6 columns")]
    [InlineData("34200000,1,1,1,1,5,2,2,2,2,7,9", "12 columns")]
    public void WhenAQuoteRowIsMalformed_ThePlaceAndTheTextAreNamed(string row, string what)
    {
        using var corpus = Corpus.With($"\n{row}\r\n");

        var problem = Assert.Single(Load(corpus).Problems);

        Assert.Equal((CallPlace, 2, what), (problem.Place, problem.Line, problem.What));
        Assert.Equal($"{CallPlace}:2: {what} ({problem.Remedy})", problem.ToString());
    }

    [Theory]
    [InlineData("34200000,1,1,1,1", "5 columns")]
    [InlineData("34200000,1,1,1,x,5", "\"x\" is not a price")]
    [InlineData("34200000,0,0,0,0,5", "\"0\" is not the price of a trade")]
    public void WhenATradeRowIsMalformed_ThePlaceAndTheTextAreNamed(string row, string what)
    {
        using var corpus = Corpus.With(Corpus.QuoteRow, row);

        var problem = Assert.Single(Load(corpus).Problems);

        Assert.Equal(("20151223_trade.zip!" + Corpus.Trades, 1, what), (problem.Place, problem.Line, problem.What));
    }

    [Fact]
    public void WhenRowsDoNotAscend_TheSecondIsNamed()
    {
        using var corpus = Corpus.With(Corpus.QuoteRow + Corpus.QuoteRow);

        var problem = Assert.Single(Load(corpus).Problems);

        Assert.Equal((2, "\"34200000\" does not come after the row before it"), (problem.Line, problem.What));
    }

    [Fact]
    public void WhenManyThingsAreWrong_AllAreToldAndNothingIsLoaded()
    {
        using var corpus = new Corpus()
            .Put(Corpus.OptionZip,
                (Corpus.Call, Corpus.QuoteRow + "34260000,x,x,x,x,1,2,2,2,2,7\n34320000,1\n"),
                ("readme.txt", "hello"),
                ("20151223_xyz_minute_quote_american_swap_500000_20151224.csv", Corpus.QuoteRow),
                ("20151223_xyz_minute_quote_american_call_5.5_20151224.csv", Corpus.QuoteRow),
                ("20151223_xyz_minute_quote_american_put_500000_20151324.csv", Corpus.QuoteRow),
                (Corpus.Call, Corpus.QuoteRow))
            .Put(Corpus.TradeZip, ("other.csv", Corpus.TradeRow));

        var load = Load(corpus);

        Assert.Null(load.Market);
        Assert.Equal(
            [
                "\"x\" is not a price",
                "2 columns",
                "the name does not read 20151223_xyz_minute_quote_american_…csv",
                "\"swap\" is not a right",
                "\"5.5\" is not a strike",
                "\"20151324\" is not an expiration",
                "a second file of XYZ151224C00050000",
                "not expected in 20151223_trade.zip",
            ],
            load.Problems.Select(problem => problem.What));
        Assert.All(load.Problems, problem => Assert.NotEmpty(problem.Remedy));
    }

    [Fact]
    public void WhenThereAreThousandsOfProblems_TheRestAreCounted()
    {
        using var corpus = Corpus.With(string.Concat(Enumerable.Repeat("x\n", 1500)));

        var problems = Load(corpus).Problems;

        Assert.Equal(1001, problems.Count);
        Assert.Equal("500 more problems", problems[^1].What);
    }

    [Fact]
    public void WhenTheFolderIsMissing_DayAndTickerAreCheckedToo()
    {
        var load = RecordedMarket.Load(new RecordedSource("/nowhere/at/all", "../x", [new DateOnly(2015, 12, 25)]));

        Assert.Null(load.Market);
        Assert.Equal(
            ["2015-12-25 is no trading day", "no such folder", "\"../x\" is not an underlying"],
            load.Problems.Select(problem => problem.What));
    }

    [Fact]
    public void WhenADayIsNotRecorded_WhatIsThereIsNamed()
    {
        using var corpus = Corpus.With(Corpus.QuoteRow);

        var problems = RecordedMarket.Load(new RecordedSource(corpus.Folder, "XYZ", [new DateOnly(2015, 12, 22)])).Problems;

        Assert.Equal(2, problems.Count);
        Assert.StartsWith("no option quotes of 2015-12-22", problems[0].What, StringComparison.Ordinal);
        Assert.Equal("there is: 20151223_quote_american.zip", problems[0].Remedy);
        Assert.StartsWith("no trades or quotes of the stock on 2015-12-22", problems[1].What, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenAnHourFileLacksTheDay_ItIsTold()
    {
        using var corpus = new Corpus()
            .Put("option/usa/hour/xyz_2015_quote_american.zip",
                ("xyz_quote_american_call_500000_20151224.csv", "20151222 09:00,1,1,1,1,5,2,2,2,2,7"))
            .Put("equity/usa/hour/xyz.zip", ("xyz.csv", "20151222 09:00,5,5,5,5,100"));

        Assert.Equal(
            ["no option quotes of XYZ on 2015-12-23", "no trades or quotes of the stock of XYZ on 2015-12-23"],
            Load(corpus).Problems.Select(problem => problem.What));
    }

    [Theory]
    [InlineData("2015-12-23 09:00")]
    [InlineData("20151223 25:00")]
    [InlineData("20151223T09:00")]
    [InlineData("34200000")]
    public void WhenAnHourRowHasNoTime_ItIsTold(string time)
    {
        using var corpus = new Corpus()
            .Put("option/usa/hour/xyz_2015_quote_american.zip",
                ("xyz_quote_american_call_500000_20151224.csv", $"{time},1,1,1,1,5,2,2,2,2,7"))
            .Put("equity/usa/hour/xyz.zip", ("xyz.csv", "20151223 09:00,5,5,5,5,100"));

        Assert.Equal($"\"{time}\" is not a time", Assert.Single(Load(corpus).Problems).What);
    }

    [Fact]
    public void WhenAnArchiveIsNoArchive_ItIsTold()
    {
        using var corpus = Corpus.With(Corpus.QuoteRow).PutBytes(Corpus.OptionZip, [1, 2, 3]);

        var problem = Load(corpus).Problems[0];

        Assert.Equal("20151223_quote_american.zip", problem.Place);
        Assert.Contains("fetch the archive again", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenAFileIsTooLong_ItIsRefused()
    {
        using var corpus = Corpus.With(new string('\n', (16 * 1024 * 1024) + 1));

        Assert.Contains("16 MiB", Load(corpus).Problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenABidOfZeroIsRecorded_NobodyBids()
    {
        using var corpus = Corpus.With("34200000,0,0,0,0,0,500,500,500,500,7");

        var quote = Load(corpus).Market!.OptionQuote("XYZ151224C00050000", DateTimeOffset.Parse("2015-12-23T14:31:00Z"))!;

        Assert.Equal((0m, 0, 0.05m, 7), (quote.Bid!.Value, quote.BidSize, quote.Ask!.Value, quote.AskSize));
    }

    private static RecordedLoad Load(Corpus corpus) => RecordedMarket.Load(new RecordedSource(corpus.Folder, "XYZ", [Day]));
}
