using Alpaca.Markets;
using Xunit;
using static ExitDesk.Compat.Tests.Alpaca.Markets.ScriptedApi;

namespace ExitDesk.Compat.Tests.Alpaca.Markets;

public sealed class DataClientTests
{
    [Fact]
    public async Task WhenSnapshotsAreAsked_TheBareMapIsRead()
    {
        await using var api = await StartAsync(Json(Payloads.StockSnapshots));
        using var client = Clients.Stocks(api.Address);

        var snapshots = await client.ListSnapshotsAsync(
            new LatestMarketDataListRequest(["SPY", "HALTED", "UNKNOWN"]) { Feed = MarketDataFeed.Iex });

        var spy = snapshots["SPY"];
        Assert.Equal("SPY", spy.Symbol);
        Assert.Equal("SPY", spy.Quote!.Symbol);
        Assert.Equal(597.11m, spy.Quote.BidPrice);
        Assert.Equal(597.13m, spy.Quote.AskPrice);
        Assert.Equal("B", spy.Quote.Tape);
        Assert.Equal("R", Assert.Single(spy.Quote.Conditions));
        Assert.Equal(597.12m, spy.Trade!.Price);
        Assert.Equal(52983525029461UL, spy.Trade.TradeId);
        Assert.Equal(["@", "I"], spy.Trade.Conditions);
        Assert.Equal(DateTimeKind.Utc, spy.Trade.TimestampUtc.Kind);
        Assert.Equal(("SPY", 595m, 598m, 594m, 597.1m), (spy.CurrentDailyBar!.Symbol, spy.CurrentDailyBar.Open, spy.CurrentDailyBar.High, spy.CurrentDailyBar.Low, spy.CurrentDailyBar.Close));
        Assert.Equal(new DateTime(2026, 11, 20, 5, 0, 0, DateTimeKind.Utc), spy.CurrentDailyBar.TimeUtc);
        Assert.Equal(DateTimeKind.Utc, spy.CurrentDailyBar.TimeUtc.Kind);
        Assert.Null(spy.PreviousDailyBar);
        Assert.Null(snapshots["HALTED"].Quote);
        Assert.Null(snapshots["HALTED"].Trade);
        Assert.DoesNotContain("UNKNOWN", snapshots.Keys);
        var request = Assert.Single(api.Received);
        Assert.Equal("/v2/stocks/snapshots", request.Path);
        Assert.Equal("SPY,HALTED,UNKNOWN", request.Query["symbols"]);
        Assert.Equal("iex", request.Query["feed"]);
    }

    [Fact]
    public async Task WhenLatestQuotesAreAsked_TheFeedIsNamed()
    {
        await using var api = await StartAsync(Json(
            """
            { "quotes": { "SPY": { "ap": 2, "as": 1, "ax": "V", "bp": 1, "bs": 1, "bx": "V", "c": null,
              "t": "2026-11-20T14:31:02Z", "z": "B" } } }
            """));
        using var client = Clients.Stocks(api.Address);

        var quotes = await client.ListLatestQuotesAsync(
            new LatestMarketDataListRequest(["SPY"]) { Feed = MarketDataFeed.Sip });

        Assert.Equal(1m, quotes["SPY"].BidPrice);
        Assert.Empty(quotes["SPY"].Conditions);
        Assert.Equal("/v2/stocks/quotes/latest", Assert.Single(api.Received).Path);
        Assert.Equal("sip", api.Received[0].Query["feed"]);
    }

    [Fact]
    public async Task WhenLatestTradesAreAsked_TheyComeBySymbol()
    {
        await using var api = await StartAsync(Json(
            """
            { "trades": { "SPY": { "c": [], "i": 1, "p": 597.12, "s": 25, "t": "2026-11-20T14:31:02Z", "x": "V",
              "z": "B" } } }
            """));
        using var client = Clients.Stocks(api.Address);

        var trades = await client.ListLatestTradesAsync(new LatestMarketDataListRequest(["SPY"]));

        Assert.Equal(597.12m, trades["SPY"].Price);
        Assert.Equal("/v2/stocks/trades/latest", Assert.Single(api.Received).Path);
    }

    [Fact]
    public async Task WhenNoSymbolIsAsked_NothingIsSent()
    {
        await using var api = await StartAsync(Json("{}"));
        using var client = Clients.Stocks(api.Address);

        await Assert.ThrowsAsync<RequestValidationException>(
            () => client.ListSnapshotsAsync(new LatestMarketDataListRequest([])));

        Assert.Empty(api.Received);
    }
}
