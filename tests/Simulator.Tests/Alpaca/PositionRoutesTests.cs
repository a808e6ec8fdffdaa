using System.Text.Json.Nodes;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;

namespace ExitDesk.Simulator.Tests.Alpaca;

public sealed class PositionRoutesTests
{
    [Fact]
    public async Task WhenPositionsAreRead_NumbersAreStringsAndShortsAreNegative()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 3, 0.80m);
        bench.Desk.Hold(Put95, -2, 1.50m);
        bench.Desk.Sell(Call100, 1, 9m);

        var positions = (await bench.ExpectAsync(200, "GET /v2/positions")).AsArray();
        Assert.Equal([Call100, Put95], positions.Select(position => (string)position!["symbol"]!));
        var longPosition = positions[0]!;
        Assert.Equal(
            ("3", "2", "long", "0.8", "240", "315", "1.05", "75", "0.3125", "us_option"),
            (S(longPosition, "qty"), S(longPosition, "qty_available"), S(longPosition, "side"), S(longPosition, "avg_entry_price"),
                S(longPosition, "cost_basis"), S(longPosition, "market_value"), S(longPosition, "current_price"),
                S(longPosition, "unrealized_pl"), S(longPosition, "unrealized_plpc"), S(longPosition, "asset_class")));
        var shortPosition = await bench.ExpectAsync(200, $"GET /v2/positions/{Put95}");
        Assert.Equal(
            ("-2", "-2", "short", "-300", "-210", "90"),
            (S(shortPosition, "qty"), S(shortPosition, "qty_available"), S(shortPosition, "side"), S(shortPosition, "cost_basis"),
                S(shortPosition, "market_value"), S(shortPosition, "unrealized_pl")));
    }

    [Fact]
    public async Task WhenAPositionIsClosed_TheAnswerIsTheClosingOrder()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 3);

        var order = await bench.ExpectAsync(200, $"DELETE /v2/positions/{Call100}");
        Assert.Equal(
            ("3", "0", "market", "day", "sell", "sell_to_close", "pending_new", "simple"),
            (S(order, "qty"), S(order, "filled_qty"), S(order, "type"), S(order, "time_in_force"), S(order, "side"),
                S(order, "position_intent"), S(order, "status"), S(order, "order_class")));
        Assert.Null(order["filled_avg_price"]);
        bench.Desk.Move(1);
        var filled = await bench.ExpectAsync(200, $"GET /v2/orders/{S(order, "id")}");
        Assert.Equal(("filled", "3", "1"), (S(filled, "status"), S(filled, "filled_qty"), S(filled, "filled_avg_price")));
        Assert.Equal("2026-11-20T15:00:00.250000000Z", S(filled, "filled_at"));
        AlpacaBench.AssertError(await bench.ExpectAsync(404, $"DELETE /v2/positions/{Call100}"), 40410000, "position does not exist");
        AlpacaBench.AssertError(await bench.ExpectAsync(404, $"GET /v2/positions/{Call100}"), 40410000, "position does not exist");
    }

    [Fact]
    public async Task WhenAnOrderHoldsTheQuantity_TheRefusalSaysHowMuchAndWhich()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 3);
        var first = await bench.ExpectAsync(200, $"DELETE /v2/positions/{Call100}?qty=2");

        var body = await bench.ExpectAsync(403, $"DELETE /v2/positions/{Call100}?qty=2");
        AlpacaBench.AssertError(body, 40310000, "insufficient qty available for order");
        Assert.Equal(
            ("3", "2", "1", Call100),
            (S(body, "existing_qty"), S(body, "held_for_orders"), S(body, "available"), S(body, "symbol")));
        Assert.Equal(S(first, "id"), (string)Assert.Single(body["related_orders"]!.AsArray())!);
    }

    [Theory]
    [InlineData("percentage=50", 200, "2")]
    [InlineData("percentage=100", 200, "5")]
    [InlineData("percentage=10", 422, null)]
    [InlineData("percentage=0", 422, null)]
    [InlineData("percentage=100.1", 422, null)]
    [InlineData("qty=1.5", 422, null)]
    [InlineData("qty=0", 422, null)]
    [InlineData("qty=-1", 422, null)]
    [InlineData("qty=abc", 422, null)]
    [InlineData("qty=6", 403, null)]
    [InlineData("qty=99999999999999999999999999999999", 422, null)]
    [InlineData("qty=1&percentage=10", 422, null)]
    public async Task WhenAPartIsAskedFor_ItMustBeWholeContracts(string query, int status, string? quantity)
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 5);
        var body = await bench.ExpectAsync(status, $"DELETE /v2/positions/{Call100}?{query}");
        Assert.Equal(quantity, (string?)body["qty"]);
    }

    [Fact]
    public async Task WhenMarketIsClosed_CloseIsRefused()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 1);
        bench.Desk.MoveTo(16);
        AlpacaBench.AssertError(await bench.ExpectAsync(422, $"DELETE /v2/positions/{Call100}"), 42210000, "market hours");
    }

    [Fact]
    public async Task WhenAllAreClosed_EachHasItsOwnAnswer()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 1);
        bench.Desk.Hold(Put95, 1);
        bench.Desk.Sell(Put95, 1, 9m);

        var answers = (await bench.ExpectAsync(207, "DELETE /v2/positions")).AsArray();
        Assert.Equal([200, 403], answers.Select(answer => (int)answer!["status"]!));
        AlpacaBench.AssertError(answers[1]!["body"]!, 40310000, "insufficient qty");
        await bench.ExpectAsync(207, "DELETE /v2/orders");
    }

    [Fact]
    public async Task WhenExerciseIsInstructed_ItHappensOrIsRefused()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 1);
        bench.Desk.Hold(ExpiringCall, 1);

        await bench.ExpectAsync(200, $"POST /v2/positions/{ExpiringCall}/do-not-exercise");
        await bench.ExpectAsync(200, $"POST /v2/positions/{Call100}/exercise");
        AlpacaBench.AssertError(
            await bench.ExpectAsync(404, $"POST /v2/positions/{Call100}/exercise"), 40410000, "position does not exist");
        Assert.Equal(100, bench.Desk.Held("GOOG"));
    }

    private static string? S(JsonNode node, string name) => (string?)node[name];
}
