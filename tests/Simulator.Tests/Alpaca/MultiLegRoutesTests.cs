using System.Text.Json.Nodes;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;

namespace ExitDesk.Simulator.Tests.Alpaca;

public sealed class MultiLegRoutesTests
{
    private const string Close = $$"""
        {"order_class":"mleg","qty":"2","type":"limit","limit_price":"0.10","time_in_force":"day","client_order_id":"xd-7-m",
         "legs":[{"symbol":"{{Put95}}","ratio_qty":"1","side":"buy","position_intent":"buy_to_close"},
                 {"symbol":"{{Put90}}","ratio_qty":"1","side":"sell","position_intent":"sell_to_close"}]}
        """;

    [Fact]
    public async Task WhenAMultiLegOrderIsPosted_TheParentIsEmptyWhereLegsDiffer()
    {
        await using var bench = await StartAsync();
        var order = await bench.ExpectAsync(200, "POST /v2/orders", Close);

        AlpacaBench.AssertTexts(
            order,
            ("symbol", ""),
            ("asset_id", ""),
            ("asset_class", ""),
            ("side", ""),
            ("order_class", "mleg"),
            ("type", "limit"),
            ("qty", "2"),
            ("limit_price", "0.1"),
            ("status", "pending_new"),
            ("filled_avg_price", null),
            ("client_order_id", "xd-7-m"));
        var legs = order["legs"]!.AsArray();
        Assert.Equal(
            [(Put95, "buy", "buy_to_close"), (Put90, "sell", "sell_to_close")],
            legs.Select(leg => (Text(leg, "symbol"), Text(leg, "side"), Text(leg, "position_intent"))));
        AlpacaBench.AssertTexts(
            legs[0]!,
            ("asset_class", "us_option"),
            ("order_class", "mleg"),
            ("type", ""),
            ("order_type", ""),
            ("ratio_qty", "1"),
            ("qty", "2"),
            ("limit_price", null),
            ("status", "pending_new"));
        Assert.Equal(3, legs.Append(order).Select(part => Text(part, "id")).Distinct().Count());
        Assert.Equal(3, legs.Append(order).Select(part => Text(part, "client_order_id")).Distinct().Count());
    }

    [Fact]
    public async Task WhenItFills_ParentHasTheNetAndLegsTheirPrices()
    {
        await using var bench = await StartAsync();
        var id = Text(await bench.ExpectAsync(200, "POST /v2/orders", Close), "id");
        bench.Desk.Move(1);

        var order = await bench.ExpectAsync(200, "GET /v2/orders:by_client_order_id?client_order_id=xd-7-m");
        AlpacaBench.AssertTexts(order, ("id", id), ("status", "filled"), ("filled_qty", "2"), ("filled_avg_price", "0.1"));
        var legs = order["legs"]!.AsArray();
        Assert.Equal(
            [("filled", "2", "1.1"), ("filled", "2", "1")],
            legs.Select(leg => (Text(leg, "status"), Text(leg, "filled_qty"), Text(leg, "filled_avg_price"))));
        var fills = (await bench.ExpectAsync(200, "GET /v2/account/activities/FILL?direction=asc")).AsArray();
        Assert.Equal(legs.Select(leg => Text(leg, "id")), fills.Select(fill => Text(fill, "order_id")));
        var leg = await bench.ExpectAsync(200, $"GET /v2/orders/{Text(legs[0], "id")}");
        Assert.True(JsonNode.DeepEquals(legs[0], leg));
    }

    [Theory]
    [InlineData("status=all&nested=true", "mleg", 2)]
    [InlineData("status=all&nested=false", "mleg,mleg,mleg", 0)]
    [InlineData("status=all", "mleg,mleg,mleg", 0)]
    [InlineData($"status=open&nested=true&symbols={Put90}", "mleg", 2)]
    [InlineData($"status=open&symbols={Put90}", "mleg", 0)]
    [InlineData($"status=open&nested=true&symbols={Call100}", "", 0)]
    public async Task WhenOrdersAreListed_LegsAreInsideOnlyIfNested(string query, string classes, int legs)
    {
        await using var bench = await StartAsync();
        await bench.ExpectAsync(200, "POST /v2/orders", Close.Replace("0.10", "0.01", StringComparison.Ordinal));

        var orders = (await bench.ExpectAsync(200, $"GET /v2/orders?{query}")).AsArray();
        Assert.Equal(classes, string.Join(',', orders.Select(order => Text(order, "order_class"))));
        Assert.Equal(legs, orders.Sum(order => order!["legs"]?.AsArray().Count ?? 0));
    }

    [Fact]
    public async Task WhenReadById_LegsAreInsideOnlyIfNested()
    {
        await using var bench = await StartAsync();
        var id = Text(await bench.ExpectAsync(200, "POST /v2/orders", Close), "id");

        Assert.Null((await bench.ExpectAsync(200, $"GET /v2/orders/{id}"))["legs"]);
        Assert.Equal(2, (await bench.ExpectAsync(200, $"GET /v2/orders/{id}?nested=true"))["legs"]!.AsArray().Count);
    }

    [Fact]
    public async Task WhenCancelled_OnlyTheParentCanBe()
    {
        await using var bench = await StartAsync();
        var order = await bench.ExpectAsync(200, "POST /v2/orders", Close.Replace("0.10", "-3", StringComparison.Ordinal));
        bench.Desk.Move(1);

        AlpacaBench.AssertError(
            await bench.ExpectAsync(422, $"DELETE /v2/orders/{Text(order["legs"]![0], "id")}"), 42210000, "alone");
        Assert.Single((await bench.ExpectAsync(207, "DELETE /v2/orders")).AsArray());
        bench.Desk.Move(1);
        var after = await bench.ExpectAsync(200, $"GET /v2/orders/{Text(order, "id")}?nested=true");
        Assert.Equal(
            ["canceled", "canceled", "canceled"], after["legs"]!.AsArray().Append(after).Select(part => Text(part, "status")));
    }

    [Fact]
    public async Task WhenTheQuantityIsHeld_TheRefusalHasNoSymbol()
    {
        await using var bench = await StartAsync();
        await bench.ExpectAsync(200, "POST /v2/orders", Close.Replace("\"2\"", "\"1\"", StringComparison.Ordinal));
        var body = await bench.ExpectAsync(403, "POST /v2/orders", Close.Replace("xd-7-m", "xd-7-n", StringComparison.Ordinal));

        AlpacaBench.AssertError(body, 40310000, "(requested: 2, available: 1)");
        AlpacaBench.AssertTexts(body, ("symbol", ""), ("existing_qty", "2"), ("held_for_orders", "1"), ("available", "1"));
        Assert.Single(body["related_orders"]!.AsArray());
    }

    [Theory]
    [InlineData("\"qty\":\"2\"", "\"qty\":\"2\",\"symbol\":\"GOOG\"", 422, 40010001, "symbol is not allowed")]
    [InlineData("\"qty\":\"2\"", "\"qty\":\"2\",\"side\":\"buy\"", 422, 40010001, "side is not allowed")]
    [InlineData("\"qty\":\"2\"", "\"qty\":\"0\"", 422, 40010001, "qty must be > 0")]
    [InlineData("\"qty\":\"2\",", "", 422, 40010001, "qty is required")]
    [InlineData("\"type\":\"limit\"", "\"type\":\"stop\"", 422, 40010001, "invalid type")]
    [InlineData("\"day\"", "\"gtc\"", 422, 40010001, "time_in_force")]
    [InlineData("\"0.10\"", "null", 422, 40010001, "require a limit price")]
    [InlineData("\"0.10\"", "\"0.101\"", 422, 42210000, "sub-penny")]
    [InlineData("\"legs\":[", "\"legs\":[7,", 422, 40010001, "legs must be a list of objects")]
    [InlineData("\"legs\":", "\"feet\":", 422, 40010001, "from 2 to 4 legs")]
    [InlineData(",\"position_intent\":\"buy_to_close\"", "", 422, 40010001, "each leg requires")]
    [InlineData("buy_to_close", "buy_to_win", 422, 40010001, "each leg requires")]
    [InlineData("\"side\":\"buy\",", "", 422, 40010001, "each leg requires")]
    [InlineData("\"side\":\"buy\",", "\"side\":\"sell\",", 422, 42210000, "position intent mismatch, side")]
    [InlineData("buy_to_close", "buy_to_open", 422, 42210000, "inferred: buy_to_close, specified: buy_to_open")]
    [InlineData("\"ratio_qty\":\"1\"", "\"ratio_qty\":\"0.5\"", 422, 40010001, "ratio_qty must be a whole number")]
    [InlineData("\"ratio_qty\":\"1\"", "\"ratio_qty\":\"2\"", 422, 42210000, "relatively prime")]
    public async Task WhenTheBodyIsWrong_TheErrorSaysWhat(string part, string wrong, int status, int code, string words)
    {
        await using var bench = await StartAsync();
        var body = await bench.ExpectAsync(status, "POST /v2/orders", Close.Replace(part, wrong, StringComparison.Ordinal));
        AlpacaBench.AssertError(body, code, words);
        Assert.Empty(bench.Desk.Venue.Orders());
    }

    private static async Task<AlpacaBench> StartAsync()
    {
        var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Put95, -2);
        bench.Desk.Hold(Put90, 2);
        return bench;
    }

    private static string? Text(JsonNode? node, string name) => (string?)node![name];
}
