using System.Text.Json.Nodes;
using ExitDesk.Simulator.Market;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;

namespace ExitDesk.Simulator.Tests.Alpaca;

public sealed class ActivityRoutesTests
{
    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task WhenReadPageByPage_EachLineComesOnce(string direction)
    {
        await using var bench = await AlpacaBench.StartAsync();
        for (var i = 0; i < 7; i++)
        {
            bench.Desk.Buy(Call100, 1);
            bench.Desk.Move(1);
        }

        List<string> read = [];
        for (JsonArray page; (page = await PageAsync(bench, direction, read.LastOrDefault())).Count > 0;)
        {
            Assert.True(page.Count <= 3);
            read.AddRange(page.Select(line => (string)line!["id"]!));
        }

        Assert.Equal(7, read.Distinct().Count());
        Assert.Equal(7, read.Count);
        var ascending = read.Order(StringComparer.Ordinal);
        Assert.Equal(direction == "asc" ? ascending : ascending.Reverse(), read);
        Assert.StartsWith("20261120150000250::", direction == "asc" ? read[0] : read[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAFillIsRead_ItHasOrderPriceAndQuantities()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 2);
        var order = await bench.ExpectAsync(200, $"DELETE /v2/positions/{Call100}");
        bench.Desk.Move(1);

        var fill = Assert.Single((await bench.ExpectAsync(200, "GET /v2/account/activities/FILL")).AsArray())!;
        AlpacaBench.AssertTexts(
            fill,
            ("activity_type", "FILL"),
            ("type", "fill"),
            ("price", "1"),
            ("qty", "2"),
            ("side", "sell"),
            ("leaves_qty", "0"),
            ("cum_qty", "2"),
            ("transaction_time", "2026-11-20T15:00:00.250000000Z"),
            ("order_id", (string?)order["id"]));
    }

    [Fact]
    public async Task WhenAFillOpensAShort_ItsSideSaysSo()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 1);
        bench.Desk.Sell(Put95, 1);
        bench.Desk.Sell(Call100, 1);
        bench.Desk.Move(1);

        var fills = (await bench.ExpectAsync(200, "GET /v2/account/activities/FILL?direction=asc")).AsArray();
        Assert.Equal(["sell_short", "sell"], fills.Select(fill => (string?)fill!["side"]));
    }

    [Fact]
    public async Task WhenOptionsEnd_TheirLinesComeTheNextMorningWithADate()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(ExpiringPut, -1);
        bench.Desk.Hold(ExpiringCall, 1);
        await bench.ExpectAsync(200, $"POST /v2/positions/{ExpiringCall}/exercise");
        bench.Desk.Market.Quote(ExpiringPut, bench.Desk.Clock.Now, null, null);
        bench.Desk.MoveTo(17);
        Assert.Empty((await bench.ExpectAsync(200, "GET /v2/account/activities")).AsArray());
        bench.Desk.MoveTo(6, day: 21);

        const string Call = "GET /v2/account/activities?direction=asc&activity_types=OPEXC,OPTRD,OPEXP";
        var lines = (await bench.ExpectAsync(200, Call)).AsArray();
        Assert.Equal(
            [("OPEXC", "-1", "0", null), ("OPTRD", "100", "-10000", "100"), ("OPEXP", "1", "0", null)],
            lines.Select(line => (
                (string?)line!["activity_type"], (string?)line["qty"], (string?)line["net_amount"], (string?)line["price"])));
        Assert.All(lines, line => Assert.Equal("2026-11-21", (string?)line!["date"]));
        Assert.Empty((await bench.ExpectAsync(200, "GET /v2/account/activities?category=trade_activity")).AsArray());
        Assert.Equal(3, (await bench.ExpectAsync(200, "GET /v2/account/activities?after=2026-11-20T23:00:00Z")).AsArray().Count);
        Assert.Empty((await bench.ExpectAsync(200, "GET /v2/account/activities?date=2026-11-20")).AsArray());
    }

    [Fact]
    public async Task WhenTheCompanyActs_TheLinesSayWhatCameAndWent()
    {
        var action = new CorporateAction("GOOG", new DateOnly(2026, 11, 23), 0.50m, SplitTo: 2);
        await using var bench = await AlpacaBench.StartAsync(action);
        bench.Desk.Hold("GOOG", 100, 100m);
        bench.Desk.Hold(Call100, 1);
        bench.Desk.MoveTo(9, 30, day: 23);

        var lines = (await bench.ExpectAsync(200, "GET /v2/account/activities?activity_types=DIV,SPLIT,OPCA")).AsArray();
        Assert.Equal(
            [
                ("DIV", "GOOG", "100", "50", "0.5"),
                ("OPCA", Call100, "-1", "0", null),
                ("OPCA", HalvedCall100, "2", "0", null),
                ("SPLIT", "GOOG", "100", "0", null),
            ],
            lines.Select(line => (
                    (string?)line!["activity_type"],
                    (string?)line["symbol"],
                    (string?)line["qty"],
                    (string?)line["net_amount"],
                    (string?)line["per_share_amount"]))
                .OrderBy(line => line.Item1).ThenBy(line => line.Item3));
        Assert.All(lines, line => Assert.Equal(("2026-11-23", null), ((string?)line!["date"], (string?)line["price"])));
    }

    [Theory]
    [InlineData("?activity_types=FFFFF", "invalid activity type: FFFFF")]
    [InlineData("/FFFFF", "invalid activity type: FFFFF")]
    [InlineData("?page_size=101", "page_size")]
    [InlineData("?page_token=nonsense", "page_token")]
    [InlineData("?date=soon", "date")]
    [InlineData("?activity_types=FILL&category=trade_activity", "category")]
    public async Task WhenTheQueryIsWrong_ItIsRefused(string query, string words)
    {
        await using var bench = await AlpacaBench.StartAsync();
        AlpacaBench.AssertError(await bench.ExpectAsync(422, $"GET /v2/account/activities{query}"), 40010001, words);
    }

    private static async Task<JsonArray> PageAsync(AlpacaBench bench, string direction, string? token)
    {
        var query = $"page_size=3&direction={direction}&page_token={Uri.EscapeDataString(token ?? "")}";
        return (await bench.ExpectAsync(200, $"GET /v2/account/activities?{query}")).AsArray();
    }
}
