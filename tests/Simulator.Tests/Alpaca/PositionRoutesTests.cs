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
        AlpacaBench.AssertTexts(
            longPosition,
            ("qty", "3"),
            ("qty_available", "2"),
            ("side", "long"),
            ("avg_entry_price", "0.8"),
            ("cost_basis", "240"),
            ("market_value", "315"),
            ("current_price", "1.05"),
            ("unrealized_pl", "75"),
            ("unrealized_plpc", "0.3125"),
            ("asset_class", "us_option"));
        var shortPosition = await bench.ExpectAsync(200, $"GET /v2/positions/{Put95}");
        AlpacaBench.AssertTexts(
            shortPosition,
            ("qty", "-2"),
            ("qty_available", "-2"),
            ("side", "short"),
            ("cost_basis", "-300"),
            ("market_value", "-210"),
            ("unrealized_pl", "90"));
    }

    [Fact]
    public async Task WhenStockIsShort_TheSignsAreAsForOptions()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold("GOOG", -100, 100m);
        AlpacaBench.AssertTexts(
            await bench.ExpectAsync(200, "GET /v2/positions/GOOG"),
            ("qty", "-100"),
            ("side", "short"),
            ("cost_basis", "-10000"),
            ("market_value", "-10200"),
            ("unrealized_pl", "-200"),
            ("unrealized_plpc", "-0.02"),
            ("asset_class", "us_equity"));
    }

    [Fact]
    public async Task WhenShortsAreHeld_TheAccountShowsWhatStandsBehindThem()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Put95, -1);
        bench.Desk.Hold(Put90, 1);
        AlpacaBench.AssertTexts(
            await bench.ExpectAsync(200, "GET /v2/account"),
            ("maintenance_margin", "500"),
            ("options_buying_power", "99500"),
            ("short_market_value", "-105"),
            ("cash", "100000"));
    }

    [Fact]
    public async Task WhenAnAssetIsNamedByItsId_ItIsTheSame()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 3);
        var id = (string)(await bench.ExpectAsync(200, $"GET /v2/positions/{Call100}"))["asset_id"]!;

        foreach (var call in (string[])[$"GET /v2/positions/{id}", $"GET /v2/assets/{id}", $"GET /v2/options/contracts/{id}", $"DELETE /v2/positions/{id}"])
        {
            Assert.Equal(Call100, (string)(await bench.ExpectAsync(200, call))["symbol"]!);
        }

        await bench.ExpectAsync(404, $"GET /v2/positions/{Guid.Empty}");
    }

    [Fact]
    public async Task WhenAPositionIsClosed_TheAnswerIsTheClosingOrder()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 3);

        var order = await bench.ExpectAsync(200, $"DELETE /v2/positions/{Call100}");
        AlpacaBench.AssertTexts(
            order,
            ("qty", "3"),
            ("filled_qty", "0"),
            ("filled_avg_price", null),
            ("type", "market"),
            ("time_in_force", "day"),
            ("side", "sell"),
            ("position_intent", "sell_to_close"),
            ("status", "pending_new"),
            ("order_class", "simple"));
        bench.Desk.Move(1);
        AlpacaBench.AssertTexts(
            await bench.ExpectAsync(200, $"GET /v2/orders/{order["id"]}"),
            ("status", "filled"),
            ("filled_qty", "3"),
            ("filled_avg_price", "1"),
            ("filled_at", "2026-11-20T15:00:00.250000000Z"));
        foreach (var method in new[] { "DELETE", "GET" })
        {
            var flat = await bench.ExpectAsync(404, $"{method} /v2/positions/{Call100}");
            AlpacaBench.AssertError(flat, 40410000, "position does not exist");
        }
    }

    [Fact]
    public async Task WhenAnOrderHoldsTheQuantity_TheRefusalSaysHowMuchAndWhich()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 3);
        var first = await bench.ExpectAsync(200, $"DELETE /v2/positions/{Call100}?qty=2");

        var body = await bench.ExpectAsync(403, $"DELETE /v2/positions/{Call100}?qty=2");
        AlpacaBench.AssertError(body, 40310000, "insufficient qty available for order");
        AlpacaBench.AssertTexts(
            body, ("existing_qty", "3"), ("held_for_orders", "2"), ("available", "1"), ("symbol", Call100));
        Assert.Equal((string?)first["id"], (string)Assert.Single(body["related_orders"]!.AsArray())!);
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
}
