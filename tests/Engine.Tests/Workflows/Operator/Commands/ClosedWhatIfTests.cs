using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

/// <summary>Two calls on GOOG, quoted 20.00 / 20.20 at 15:59 ET of Tuesday 2015-12-22 with the stock at 750.00, asked about at 17:00.</summary>
public sealed class ClosedWhatIfTests
{
    private const string Put = "GOOG160115P00700000";

    private static readonly DateTimeOffset LastQuote = NewYork.At(new DateOnly(2015, 12, 22), new TimeOnly(15, 59, 30));

    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenNothingMoves_TheValueIsTheLastQuoteAndItsTimeIsSaid()
    {
        await CloseAsync();
        var said = await AskAsync("/whatif GOOG +0%");
        Assert.Contains("750.00 → 750.00, at Wed 23 Dec 09:30 ET", said, StringComparison.Ordinal);
        Assert.Contains("The market is closed, until Wed 23 Dec 09:30 ET. Option quotes are of the last session, from 15:59 ET; the stock's price is from 15:59 ET.", said, StringComparison.Ordinal);
        Assert.Contains("20.00 → 20.00 (last 20.00, change $0.00): $0.00 (0.0 %)", said, StringComparison.Ordinal);
        Assert.Contains("nothing fires", said, StringComparison.Ordinal);
    }

    // The same move in the last minute of the session, before the night: what is left to expiration differs by that minute alone.
    [Fact]
    public async Task WhenItFallsFar_TheResultIsThatOfTheSessionsLastMinute()
    {
        await HoldAsync();
        await _desk.AdvanceAsync(LastQuote - _desk.Now);
        var open = WhatIfCommandTests.Change(await AskAsync("/whatif GOOG -3%"));
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(61));
        var closed = await AskAsync("/whatif GOOG -3%");
        Assert.InRange(WhatIfCommandTests.Change(closed), open - 1m, open + 1m);
        Assert.Contains("🔴 3 stop loss", closed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItIsTheWeekend_TheDayOfTheQuotesIsSaid()
    {
        await CloseAsync();
        await _desk.AdvanceAsync(TimeSpan.FromDays(4));
        var said = await AskAsync("/whatif GOOG +1%");
        Assert.Contains("until Mon 28 Dec 09:30 ET. Option quotes are of the last session, from Tue 22 Dec 15:59 ET", said, StringComparison.Ordinal);
        Assert.Contains("the stock's price is from Tue 22 Dec 15:59 ET", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenQuotesAreOfSeveralTimes_TheFirstAndTheLastAreSaid()
    {
        _desk.Market.QuoteOnce(Put, 3.00m, 3.10m, LastQuote.AddMinutes(-30));
        await _desk.HoldAsync(Put, 1, 3.00m);
        await CloseAsync();
        Assert.Contains("from 15:29 ET to 15:59 ET", await AskAsync("/whatif GOOG +1%"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("14:30", "735.00, at Wed 23 Dec 14:30 ET")]
    [InlineData("16:00", "735.00, at Wed 23 Dec 16:00 ET")]
    [InlineData("09:30", "Wed 23 Dec 09:30 ET is not ahead in the next session: write a time after Wed 23 Dec 09:30 ET, at most Wed 23 Dec 16:00 ET.")]
    [InlineData("16:01", "Wed 23 Dec 16:01 ET is not ahead in the next session")]
    public async Task WhenATimeIsAskedFor_ItIsOneOfTheNextSession(string time, string answer)
    {
        await CloseAsync();
        Assert.Contains(answer, await AskAsync($"/whatif GOOG -2% {time}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAPositionHasNoQuoteOrNoVolatility_ItIsNamedAndTheOthersAreRepriced()
    {
        await _desk.HoldAsync(Put, 1, 3.00m);
        _desk.Market.QuoteOnce("GOOG160115C00600000", 140.00m, 140.20m, LastQuote);
        await _desk.HoldAsync("GOOG160115C00600000", 1, 140.00m);
        await CloseAsync();
        var said = await AskAsync("/whatif GOOG -1%");
        Assert.Contains("GOOG 15 Jan 700 P cannot be repriced: it has no quote with both sides", said, StringComparison.Ordinal);
        Assert.Contains("GOOG 15 Jan 600 C cannot be repriced: no volatility explains its price, and the feed names none", said, StringComparison.Ordinal);
        Assert.Contains("without the 2 that cannot be repriced", said, StringComparison.Ordinal);
        Assert.Contains("(last 20.00, change -$", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheStockHasNoLastPrice_ThePositionsThatCannotBePricedAreNamed()
    {
        await CloseAsync();
        _desk.Market.Stocks.Clear();
        Assert.Equal(
            "Not computed: the market is closed, and GOOG has no last price to begin with. Not priced: GOOG 15 Jan 750 C ×2.", await AskAsync("/whatif GOOG -2%"));
    }

    [Fact]
    public async Task WhenPricesCannotBeRead_ItIsSaid()
    {
        await CloseAsync();
        _desk.Market.Failing.Add("stocks");
        Assert.Contains("Not computed: quotes cannot be read", await AskAsync("/whatif GOOG -2%"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAskedAtNight_TheTapeThatRulesReadTakesNothingOfIt()
    {
        await CloseAsync();
        _desk.Market.Stocks["GOOG"] = new StockPrice(null, 700m, _desk.Now);
        Assert.Contains("700.00 → 686.00", await AskAsync("/whatif GOOG -2%"), StringComparison.Ordinal);
        Assert.Equal(750m, _desk.Get<UnderlyingTape>().Latest("GOOG"));
    }

    private async Task CloseAsync()
    {
        await HoldAsync();
        await _desk.AdvanceAsync(TimeSpan.FromHours(7));
    }

    private async Task HoldAsync()
    {
        _desk.Market.Stocks["GOOG"] = new StockPrice(null, 750m, LastQuote);
        _desk.Market.QuoteOnce(Contracts.Goog, 20.00m, 20.20m, LastQuote);
        await _desk.HoldAsync(Contracts.Goog, 2, 20.00m);
    }

    private async Task<string> AskAsync(string command)
    {
        await _desk.WriteAsync(command);
        return _desk.Desk.Last;
    }
}
