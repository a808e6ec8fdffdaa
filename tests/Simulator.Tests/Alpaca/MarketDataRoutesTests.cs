using System.Text.Json.Nodes;
using ExitDesk.Simulator.Market;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;

namespace ExitDesk.Simulator.Tests.Alpaca;

public sealed class MarketDataRoutesTests
{
    private static readonly OptionGreeks Greeks = new(0.5, 0.02, -0.04, 0.11, 0.03, 0.25);

    [Fact]
    public async Task WhenSnapshotsAreRead_NumbersAreNumbersAndUnknownSymbolsAreAbsent()
    {
        await using var bench = await AlpacaBench.StartAsync();
        var body = await bench.ExpectAsync(
            200, $"GET /v1beta1/options/snapshots?symbols={Call100},GOOG261218C00999000&feed=indicative");

        var (symbol, snapshot) = Assert.Single(body["snapshots"]!.AsObject());
        Assert.Equal(Call100, symbol);
        var quote = snapshot!["latestQuote"]!;
        Assert.Equal((1.00m, 10), ((decimal)quote["bp"]!, (int)quote["bs"]!));
        Assert.Equal((1.10m, 10), ((decimal)quote["ap"]!, (int)quote["as"]!));
        Assert.Equal("2026-11-20T14:30:00.000000000Z", (string?)quote["t"]);
        Assert.False(snapshot.AsObject().ContainsKey("greeks"));
        Assert.False(snapshot.AsObject().ContainsKey("impliedVolatility"));
    }

    [Theory]
    [InlineData("?type=put&strike_price_gte=90.01&strike_price_lte=99.99", Put95)]
    [InlineData("?type=put&strike_price_lte=94.99&expiration_date=2026-12-18", Put90)]
    [InlineData("?expiration_date_lte=2026-11-20&strike_price_gte=105", ExpiringCall105)]
    [InlineData("?expiration_date_gte=2026-12-19")]
    public async Task WhenAChainIsRead_FiltersApply(string query, params string[] expected)
    {
        await using var bench = await AlpacaBench.StartAsync();
        var body = await bench.ExpectAsync(200, $"GET /v1beta1/options/snapshots/GOOG{query}");
        Assert.Equal(expected, body["snapshots"]!.AsObject().Select(entry => entry.Key));
        Assert.Null(body["next_page_token"]);
    }

    [Fact]
    public async Task WhenAChainIsPaged_EachContractComesOnce()
    {
        await using var bench = await AlpacaBench.StartAsync();
        List<string> read = [];
        for (var token = ""; token is not null;)
        {
            var page = await bench.ExpectAsync(200, $"GET /v1beta1/options/snapshots/GOOG?limit=3&page_token={token}");
            read.AddRange(page["snapshots"]!.AsObject().Select(entry => entry.Key));
            token = (string?)page["next_page_token"];
        }

        Assert.Equal([ExpiringCall, ExpiringCall105, ExpiringPut, EarlyCall, Call100, Call105, Put90, Put95], read);
        AlpacaBench.AssertError(await bench.ExpectAsync(400, "GET /v1beta1/options/snapshots/GOOG?limit=1001"), 40010000, "limit");
    }

    [Fact]
    public async Task WhenGreeksAreKnown_TheyAreWritten()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Market.GreeksOfAll = Greeks;
        var body = await bench.ExpectAsync(200, $"GET /v1beta1/options/snapshots?symbols={Call105}");

        var snapshot = body["snapshots"]![Call105]!;
        Assert.Equal((0.5, -0.04), ((double)snapshot["greeks"]!["delta"]!, (double)snapshot["greeks"]!["theta"]!));
        Assert.Equal(0.25, (double)snapshot["impliedVolatility"]!);
    }

    [Theory]
    [InlineData(1.90, 2.11, true)]
    [InlineData(1.90, 2.10, false)]
    [InlineData(1.90, 2.09, false)]
    [InlineData(0, 4.30, false)]
    public async Task WhenTheQuoteImpliesNoVolatility_GreeksAreAbsent(double bid, double ask, bool written)
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Market.GreeksOfAll = Greeks;
        bench.Desk.Market.Quote(Call100, bench.Desk.Clock.Now, (decimal)bid, (decimal)ask);

        // The stock trades at 102: exercise brings 2.00.
        var body = await bench.ExpectAsync(200, $"GET /v1beta1/options/snapshots?symbols={Call100}");
        var snapshot = body["snapshots"]![Call100]!.AsObject();
        Assert.Equal((written, written), (snapshot.ContainsKey("greeks"), snapshot.ContainsKey("impliedVolatility")));
        Assert.True(snapshot.ContainsKey("latestQuote"));
    }

    [Theory]
    [InlineData("/v1beta1/options/snapshots")]
    [InlineData("/v1beta1/options/quotes/latest")]
    [InlineData("/v2/stocks/snapshots")]
    public async Task WhenThereAre101Symbols_TheWholeCallFails(string path)
    {
        await using var bench = await AlpacaBench.StartAsync();
        await bench.ExpectAsync(200, $"GET {path}?symbols={string.Join(',', Enumerable.Repeat("GOOG", 100))}");
        AlpacaBench.AssertError(
            await bench.ExpectAsync(400, $"GET {path}?symbols={string.Join(',', Enumerable.Repeat("GOOG", 101))}"),
            40010000,
            "too many symbols: 101");
    }

    [Theory]
    [InlineData("/v1beta1/options/snapshots", "symbols is required")]
    [InlineData("/v1beta1/options/snapshots?symbols=A&feed=sip", "invalid feed")]
    [InlineData("/v2/stocks/snapshots?symbols=A&feed=opra", "invalid feed")]
    public async Task WhenTheQueryIsWrong_ItIsRefused(string path, string words)
    {
        await using var bench = await AlpacaBench.StartAsync();
        AlpacaBench.AssertError(await bench.ExpectAsync(400, $"GET {path}"), 40010000, words);
    }

    [Fact]
    public async Task WhenStocksAreRead_SnapshotsAreABareMap()
    {
        await using var bench = await AlpacaBench.StartAsync();
        var snapshots = await bench.ExpectAsync(200, "GET /v2/stocks/snapshots?symbols=GOOG,NONE&feed=iex");
        var (symbol, snapshot) = Assert.Single(snapshots.AsObject());
        Assert.Equal(("GOOG", 102m), (symbol, (decimal)snapshot!["latestTrade"]!["p"]!));
        Assert.Equal(101.90m, (decimal)snapshot["latestQuote"]!["bp"]!);

        var quotes = await bench.ExpectAsync(200, "GET /v2/stocks/quotes/latest?symbols=GOOG");
        Assert.Equal(102.10m, (decimal)quotes["quotes"]!["GOOG"]!["ap"]!);
        var trades = await bench.ExpectAsync(200, "GET /v2/stocks/trades/latest?symbols=GOOG");
        Assert.Equal(102m, (decimal)trades["trades"]!["GOOG"]!["p"]!);
    }

    [Fact]
    public async Task WhenNobodyBids_TheBidIsZero()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Market.Quote(Call100, bench.Desk.Clock.Now, null, 0.05m);
        JsonNode body = await bench.ExpectAsync(200, $"GET /v1beta1/options/quotes/latest?symbols={Call100}");
        Assert.Equal((0m, 0), ((decimal)body["quotes"]![Call100]!["bp"]!, (int)body["quotes"]![Call100]!["bs"]!));
    }
}
