using System.Text.Json.Nodes;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;

namespace ExitDesk.Simulator.Tests.Alpaca;

public sealed class OrderRoutesTests
{
    private const string Sell = $$"""
        {"symbol":"{{Call100}}","qty":"1","side":"sell","type":"limit","limit_price":"9.00","time_in_force":"day",
         "position_intent":"sell_to_close","client_order_id":"xd-7-20261120-a-1"}
        """;

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task WhenAnOrderIsPosted_ItCanBeFoundByEitherId(string contentType)
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 2);

        var order = await bench.ExpectAsync(200, "POST /v2/orders", Sell, contentType);
        var byId = await bench.ExpectAsync(200, $"GET /v2/orders/{order["id"]}");
        var byClientId = await bench.ExpectAsync(200, "GET /v2/orders:by_client_order_id?client_order_id=xd-7-20261120-a-1");
        Assert.True(JsonNode.DeepEquals(byId, byClientId));
        Assert.Equal(("9", "sell_to_close"), ((string?)byId["limit_price"], (string?)byId["position_intent"]));
        var again = await bench.ExpectAsync(422, "POST /v2/orders", Sell);
        AlpacaBench.AssertError(again, 40010001, "client_order_id must be unique");
    }

    [Fact]
    public async Task WhenNumbersAreNotStrings_TheyAreTakenToo()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 2);
        var body = Sell
            .Replace("\"1\"", "1", StringComparison.Ordinal)
            .Replace("\"9.00\"", "9.5", StringComparison.Ordinal);
        var order = await bench.ExpectAsync(200, "POST /v2/orders", body);
        Assert.Equal("9.5", (string?)order["limit_price"]);
    }

    [Theory]
    [InlineData("\"qty\":\"1\"", "\"qty\":\"1.5\"", 422, 40010001, "whole number")]
    [InlineData("\"qty\":\"1\"", "\"qty\":\"abc\"", 422, 40010001, "qty must be a number")]
    [InlineData("\"qty\":\"1\"", "\"qty\":[1]", 422, 40010001, "qty must be a number")]
    [InlineData("\"qty\":\"1\"", "\"qty\":1e400", 422, 40010001, "qty must be a number")]
    [InlineData("\"qty\":\"1\"", "\"qty\":\"-1\"", 422, 40010001, "qty must be > 0")]
    [InlineData("\"qty\":\"1\",", "", 422, 40010001, "qty is required")]
    [InlineData("\"symbol\":\"GOOG261218C00100000\",", "", 422, 40010001, "symbol is required")]
    [InlineData("\"symbol\":\"GOOG261218C00100000\"", "\"symbol\":17", 422, 40010001, "symbol must be a string")]
    [InlineData("\"side\":\"sell\"", "\"side\":\"hold\"", 422, 40010001, "side must be")]
    [InlineData("\"side\":\"sell\"", "\"side\":\"buy\"", 422, 42210000, "position intent mismatch")]
    [InlineData("\"type\":\"limit\"", "\"type\":\"stop\"", 422, 40010001, "invalid type")]
    [InlineData("\"type\":\"limit\"", "\"type\":\"market\"", 422, 40010001, "must not have limit_price")]
    [InlineData("\"time_in_force\":\"day\"", "\"time_in_force\":\"gtc\"", 422, 40010001, "time_in_force")]
    [InlineData("\"limit_price\":\"9.00\"", "\"limit_price\":\"9.001\"", 422, 42210000, "sub-penny")]
    [InlineData("\"limit_price\":\"9.00\"", "\"limit_price\":\"0\"", 422, 40010001, "limit_price must be > 0")]
    [InlineData("\"limit_price\":\"9.00\"", "\"limit_price\":null", 422, 40010001, "require a limit price")]
    [InlineData("\"limit_price\":\"9.00\"", "\"limit_price\":\"9\",\"stop_price\":8", 422, 40010001, "stop_price is not")]
    [InlineData("\"limit_price\":\"9.00\"", "\"limit_price\":\"9\",\"extended_hours\":true", 422, 40010001, "extended hours")]
    [InlineData("\"limit_price\":\"9.00\"", "\"limit_price\":\"9\",\"order_class\":\"oco\"", 422, 40010001, "oco is not")]
    [InlineData("\"limit_price\":\"9.00\"", "\"limit_price\":\"9\",\"legs\":[]", 422, 40010001, "legs require")]
    [InlineData("sell_to_close", "sell_to_win", 422, 40010001, "invalid position_intent")]
    [InlineData("{", "[", 400, 40010000, "JSON object")]
    [InlineData("{", "", 400, 40010000, "JSON object")]
    public async Task WhenTheBodyIsWrong_TheErrorSaysWhat(string part, string wrong, int status, int code, string words)
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 2);
        var body = await bench.ExpectAsync(status, "POST /v2/orders", Sell.Replace(part, wrong, StringComparison.Ordinal));
        AlpacaBench.AssertError(body, code, words);
        Assert.Empty(bench.Desk.Venue.Orders());
    }

    [Fact]
    public async Task WhenCancelled_TheOrderIsPendingUntilTheClockMoves()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 1);
        var id = (await bench.ExpectAsync(200, "POST /v2/orders", Sell))["id"];

        await bench.ExpectAsync(204, $"DELETE /v2/orders/{id}");
        Assert.Equal("pending_cancel", (string?)(await bench.ExpectAsync(200, $"GET /v2/orders/{id}"))["status"]);
        bench.Desk.Move(1);
        Assert.Equal("canceled", (string?)(await bench.ExpectAsync(200, $"GET /v2/orders/{id}"))["status"]);
        AlpacaBench.AssertError(await bench.ExpectAsync(422, $"DELETE /v2/orders/{id}"), 42210000, "canceled");
    }

    [Fact]
    public async Task WhenReplaced_BothOrdersPointAtEachOther()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 1);
        var id = (string?)(await bench.ExpectAsync(200, "POST /v2/orders", Sell))["id"];
        AlpacaBench.AssertError(
            await bench.ExpectAsync(422, $"PATCH /v2/orders/{id}", """{"limit_price":"8"}"""), 42210000, "unable to replace");
        bench.Desk.Move(1);

        var replacement = await bench.ExpectAsync(200, $"PATCH /v2/orders/{id}", """{"limit_price":"8.00"}""", "text/plain");
        AlpacaBench.AssertTexts(replacement, ("replaces", id), ("limit_price", "8"), ("qty", "1"));
        var old = await bench.ExpectAsync(200, $"GET /v2/orders/{id}");
        AlpacaBench.AssertTexts(old, ("status", "replaced"), ("replaced_by", (string?)replacement["id"]));
    }

    [Theory]
    [InlineData("GET /v2/orders/00000000-0000-0000-0000-000000000001")]
    [InlineData("GET /v2/orders/nonsense")]
    [InlineData("DELETE /v2/orders/nonsense")]
    [InlineData("GET /v2/orders:by_client_order_id?client_order_id=nonsense")]
    public async Task WhenTheOrderIsUnknown_ItAnswers404(string call)
    {
        await using var bench = await AlpacaBench.StartAsync();
        AlpacaBench.AssertError(await bench.ExpectAsync(404, call), 40410000, "order not found");
    }

    [Theory]
    [InlineData("", "c")]
    [InlineData("?status=all", "c b a")]
    [InlineData("?status=all&direction=asc", "a b c")]
    [InlineData("?status=closed", "b a")]
    [InlineData("?status=all&limit=1", "c")]
    [InlineData("?status=all&symbols=GOOG261218P00095000,XYZ", "b")]
    [InlineData("?status=all&after=2026-11-20T15:00:00.000000000Z", "c b")]
    [InlineData("?status=all&until=2026-11-20T15:00:00Z&nested=true", "a")]
    [InlineData("?status=all&after=2026-11-21", "")]
    public async Task WhenOrdersAreListed_FiltersApply(string query, string expected)
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Buy(Call100, 1, id: "a");
        bench.Desk.Move(1);
        bench.Desk.Buy(Put95, 1, id: "b");
        bench.Desk.Move(1);
        bench.Desk.Buy(Call105, 1, 0.1m, id: "c");

        var orders = (await bench.ExpectAsync(200, $"GET /v2/orders{query}")).AsArray();
        Assert.Equal(expected, string.Join(' ', orders.Select(order => (string?)order!["client_order_id"])));
    }

    [Theory]
    [InlineData("status=some")]
    [InlineData("limit=0")]
    [InlineData("limit=501")]
    [InlineData("limit=99999999999999999999")]
    [InlineData("after=yesterday")]
    [InlineData("direction=up")]
    [InlineData("nested=perhaps")]
    public async Task WhenAListQueryIsWrong_ItIsRefused(string query)
    {
        await using var bench = await AlpacaBench.StartAsync();
        AlpacaBench.AssertError(
            await bench.ExpectAsync(422, $"GET /v2/orders?{query}"), 40010001, query.Split('=')[0]);
    }
}
