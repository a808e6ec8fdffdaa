using Alpaca.Markets;
using Xunit;
using static ExitDesk.Compat.Tests.Alpaca.Markets.ScriptedApi;

namespace ExitDesk.Compat.Tests.Alpaca.Markets;

public sealed class OptionsDataClientTests
{
    private const string Call = "SPY261218C00600000";

    [Fact]
    public async Task WhenASnapshotIsComplete_EachFieldIsRead()
    {
        var snapshot = (await SnapshotsAsync())[Call];

        Assert.Equal(Call, snapshot.Symbol);
        Assert.Equal(Call, snapshot.Quote!.Symbol);
        Assert.Equal(12.31m, snapshot.Quote.BidPrice);
        Assert.Equal(47m, snapshot.Quote.BidSize);
        Assert.Equal("N", snapshot.Quote.BidExchange);
        Assert.Equal(12.45m, snapshot.Quote.AskPrice);
        Assert.Equal(31m, snapshot.Quote.AskSize);
        Assert.Equal("C", snapshot.Quote.AskExchange);
        Assert.Equal("A", Assert.Single(snapshot.Quote.Conditions));
        Assert.Equal(DateTimeKind.Utc, snapshot.Quote.TimestampUtc.Kind);
        Assert.Equal(
            new DateTime(2026, 11, 20, 14, 31, 2, DateTimeKind.Utc).AddMilliseconds(123.4567),
            snapshot.Quote.TimestampUtc,
            TimeSpan.FromMicroseconds(1));
        Assert.Equal(Call, snapshot.Trade!.Symbol);
        Assert.Equal(12.4m, snapshot.Trade.Price);
        Assert.Equal(2m, snapshot.Trade.Size);
        Assert.Equal(0.1834m, snapshot.ImpliedVolatility);
        Assert.Equal(0.5123m, snapshot.Greeks!.Delta);
        Assert.Equal(0.0101m, snapshot.Greeks.Gamma);
        Assert.Equal(0.2301m, snapshot.Greeks.Rho);
        Assert.Equal(-0.1417m, snapshot.Greeks.Theta);
        Assert.Equal(0.5012m, snapshot.Greeks.Vega);
    }

    [Fact]
    public async Task WhenGreeksAndTradeAreAbsent_TheyAreNullAndTheQuoteStands()
    {
        var snapshot = (await SnapshotsAsync())["SPY261218P00400000"];

        Assert.Null(snapshot.Greeks);
        Assert.Null(snapshot.ImpliedVolatility);
        Assert.Null(snapshot.Trade);
        Assert.Equal(0.01m, snapshot.Quote!.AskPrice);
        Assert.Equal(0m, snapshot.Quote.BidPrice);
    }

    [Fact]
    public async Task WhenBothSidesAreAbsent_TheyReadAsZero()
    {
        var snapshot = (await SnapshotsAsync())["SPY261218P00395000"];

        Assert.Equal(0m, snapshot.Quote!.BidPrice);
        Assert.Equal(0m, snapshot.Quote.BidSize);
        Assert.Equal(0m, snapshot.Quote.AskPrice);
        Assert.Null(snapshot.Greeks!.Delta);
    }

    [Fact]
    public async Task WhenAContractHasNothing_ItsQuoteIsNull() =>
        Assert.Null((await SnapshotsAsync())["SPY261218P00390000"].Quote);

    [Fact]
    public async Task WhenAContractIsUnknown_ItIsAbsent()
    {
        await using var api = await StartAsync(Json("""{ "snapshots": {} }"""));
        using var client = Clients.Options(api.Address);

        var page = await client.ListSnapshotsAsync(new OptionSnapshotRequest(["SPY261218C00999000"]));

        Assert.Empty(page.Items);
        Assert.Null(page.NextPageToken);
    }

    [Theory]
    [InlineData(OptionsFeed.Indicative, "indicative")]
    [InlineData(OptionsFeed.Opra, "opra")]
    public async Task WhenSnapshotsOf100ContractsAreAsked_AllGoInOneCallWithTheFeed(OptionsFeed feed, string name)
    {
        await using var api = await StartAsync(Json("""{ "snapshots": {} }"""));
        using var client = Clients.Options(api.Address);
        string[] symbols = [.. Enumerable.Range(1, 100).Select(strike => $"SPY261218C{strike * 1000:00000000}")];

        await client.ListSnapshotsAsync(new OptionSnapshotRequest(symbols) { OptionsFeed = feed });

        var request = Assert.Single(api.Received);
        Assert.Equal("GET", request.Method);
        Assert.Equal("/v1beta1/options/snapshots", request.Path);
        Assert.Equal(symbols, request.Query["symbols"].Split(','));
        Assert.Equal(name, request.Query["feed"]);
    }

    [Fact]
    public async Task WhenNoFeedIsNamed_TheQueryHasNone()
    {
        await using var api = await StartAsync(Json("""{ "snapshots": {} }"""));
        using var client = Clients.Options(api.Address);

        await client.ListSnapshotsAsync(new OptionSnapshotRequest([Call, Call]));

        var request = Assert.Single(api.Received);
        Assert.Equal(Call, request.Query["symbols"]);
        Assert.DoesNotContain("feed", request.Query.Keys);
    }

    [Fact]
    public async Task WhenLatestQuotesAreAsked_TheyComeBySymbol()
    {
        await using var api = await StartAsync(Json(
            $$"""
            { "quotes": { "{{Call}}": { "ap": 12.45, "as": 31, "ax": "C", "bp": 12.31, "bs": 47, "bx": "N", "c": "A",
              "t": "2026-11-20T14:31:02Z" } } }
            """));
        using var client = Clients.Options(api.Address);

        var quotes = await client.ListLatestQuotesAsync(
            new LatestOptionsDataRequest([Call]) { OptionsFeed = OptionsFeed.Indicative });

        Assert.Equal(12.31m, quotes[Call].BidPrice);
        Assert.Equal(Call, quotes[Call].Symbol);
        Assert.Equal("/v1beta1/options/quotes/latest", Assert.Single(api.Received).Path);
        Assert.Equal("indicative", api.Received[0].Query["feed"]);
    }

    [Fact]
    public async Task WhenLatestTradesAreAsked_TheyComeBySymbol()
    {
        await using var api = await StartAsync(Json(
            $$"""{ "trades": { "{{Call}}": { "c": "I", "p": 12.4, "s": 2, "t": "2026-11-20T14:30:58.5Z", "x": "C" } } }"""));
        using var client = Clients.Options(api.Address);

        var trades = await client.ListLatestTradesAsync(new LatestOptionsDataRequest([Call]));

        Assert.Equal(12.4m, trades[Call].Price);
        Assert.Equal("C", trades[Call].Exchange);
        Assert.Equal("/v1beta1/options/trades/latest", Assert.Single(api.Received).Path);
    }

    [Theory]
    [InlineData("""{ "bx": "N", "ax": "C", "bp": 1, "ap": 2 }""")]
    [InlineData("""{ "t": "2026-11-20T14:31:02Z", "bp": 1, "ap": 2 }""")]
    [InlineData("""{ "t": "2026-11-20T14:31:02Z", "bx": "N", "ax": "C", "bp": null }""")]
    public async Task WhenOneQuoteLacksItsTimeOrExchangesOrHasANullPrice_TheWholeCallFails(string quote)
    {
        await using var api = await StartAsync(Json($$"""{ "snapshots": { "{{Call}}": { "latestQuote": {{quote}} } } }"""));
        using var client = Clients.Options(api.Address);

        var exception = await Assert.ThrowsAnyAsync<Exception>(
            () => client.ListSnapshotsAsync(new OptionSnapshotRequest([Call])));

        Failures.AssertJson(exception);
    }

    [Fact]
    public async Task WhenNoSymbolOrABlankOneIsAsked_NothingIsSent()
    {
        await using var api = await StartAsync(Json("{}"));
        using var client = Clients.Options(api.Address);

        var none = await Assert.ThrowsAsync<RequestValidationException>(
            () => client.ListSnapshotsAsync(new OptionSnapshotRequest([])));
        await Assert.ThrowsAsync<RequestValidationException>(
            () => client.ListLatestQuotesAsync(new LatestOptionsDataRequest([Call, " "])));

        Assert.Equal("Symbols", none.PropertyName);
        Assert.Empty(api.Received);
    }

    private static async Task<IReadOnlyDictionary<string, IOptionSnapshot>> SnapshotsAsync()
    {
        await using var api = await StartAsync(Json(Payloads.OptionSnapshots));
        using var client = Clients.Options(api.Address);
        return (await client.ListSnapshotsAsync(new OptionSnapshotRequest([Call]))).Items;
    }
}
