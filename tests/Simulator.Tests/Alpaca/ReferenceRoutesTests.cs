using System.Text.Json.Nodes;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;

namespace ExitDesk.Simulator.Tests.Alpaca;

public sealed class ReferenceRoutesTests
{
    [Fact]
    public async Task WhenTheClockIsRead_ItIsMarketTimeInNewYork()
    {
        await using var bench = await AlpacaBench.StartAsync();
        var clock = await bench.ExpectAsync(200, "GET /v2/clock");
        Assert.Equal(
            ("2026-11-20T10:00:00.000000000-05:00", true, "2026-11-23T09:30:00-05:00", "2026-11-20T16:00:00-05:00"),
            ((string?)clock["timestamp"], (bool)clock["is_open"]!, (string?)clock["next_open"], (string?)clock["next_close"]));
        bench.Desk.MoveTo(13, day: 27);
        clock = await bench.ExpectAsync(200, "GET /v2/clock");
        Assert.Equal(
            (false, "2026-11-30T09:30:00-05:00", "2026-11-30T16:00:00-05:00"),
            ((bool)clock["is_open"]!, (string?)clock["next_open"], (string?)clock["next_close"]));
    }

    [Fact]
    public async Task WhenTheCalendarIsRead_EarlyClosesShow()
    {
        await using var bench = await AlpacaBench.StartAsync();
        var days = (await bench.ExpectAsync(200, "GET /v2/calendar?start=2026-11-20&end=2026-11-30")).AsArray();
        Assert.Equal(
            ["2026-11-20 09:30 16:00", "2026-11-23 09:30 16:00", "2026-11-27 09:30 13:00", "2026-11-30 09:30 16:00"],
            days.Select(day => $"{day!["date"]} {day["open"]} {day["close"]}"));
        Assert.Equal(["2026-11-23", "2026-11-27", "2026-11-30", "2026-12-01"], days.Select(day => (string)day!["settlement_date"]!));
        await bench.ExpectAsync(422, "GET /v2/calendar?start=0001-01-01&end=9999-12-31");
        await bench.ExpectAsync(422, "GET /v2/calendar?start=2012-12-31&end=2013-01-05");
        await bench.ExpectAsync(422, "GET /v2/calendar?start=soon");
        await bench.ExpectAsync(422, "GET /v2/calendar?start=9999-12-01");
    }

    [Fact]
    public async Task WhenContractsAreListedWithoutDates_OnlyThisWeekShows()
    {
        await using var bench = await AlpacaBench.StartAsync();
        var week = await bench.ExpectAsync(200, "GET /v2/options/contracts");
        Assert.Equal(
            [ExpiringCall, ExpiringCall105, ExpiringPut, ExpiringSpy],
            week["option_contracts"]!.AsArray().Select(contract => (string)contract!["symbol"]!));
        var puts = await bench.ExpectAsync(
            200, "GET /v2/options/contracts?underlying_symbols=GOOG&expiration_date_gte=2026-12-01&type=put&strike_price_gte=92");
        var put = Assert.Single(puts["option_contracts"]!.AsArray())!;
        Assert.Equal((Put95, "95", "put"), ((string)put["symbol"]!, (string?)put["strike_price"], (string?)put["type"]));
    }

    [Fact]
    public async Task WhenContractsArePaged_EachComesOnce()
    {
        await using var bench = await AlpacaBench.StartAsync();
        List<string> read = [];
        string? token = "";
        while (token is not null)
        {
            var page = await bench.ExpectAsync(
                200, $"GET /v2/options/contracts?limit=3&expiration_date_lte=2027-01-01&page_token={token}");
            read.AddRange(page["option_contracts"]!.AsArray().Select(contract => (string)contract!["symbol"]!));
            token = (string?)page["next_page_token"];
        }

        var listed = bench.Desk.Market.Contracts.Where(contract => contract.IsListedOn(new DateOnly(2026, 11, 20)));
        Assert.Equal(listed.Select(contract => contract.Symbol), read);
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(23, true)]
    public async Task WhenASplitBringsContracts_TheyAreListedFromItsDayWithTheirMultiplier(int day, bool listed)
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.MoveTo(11, day: day);
        var list = await bench.ExpectAsync(200, "GET /v2/options/contracts?limit=100&expiration_date_lte=2027-01-01");

        var contract = list["option_contracts"]!.AsArray().SingleOrDefault(contract => (string?)contract!["symbol"] == OddCall100);
        Assert.Equal(listed, contract is not null);
        AlpacaBench.AssertTexts(
            await bench.ExpectAsync(200, $"GET /v2/options/contracts/{OddCall100}"),
            ("multiplier", "150"),
            ("strike_price", "66.67"),
            ("root_symbol", "GOOG1"),
            ("underlying_symbol", "GOOG"));
    }

    [Fact]
    public async Task WhenOneContractIsRead_ItSaysMultiplierAndIsActiveAfterExpiry()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.MoveTo(10, day: 23);
        var contract = await bench.ExpectAsync(200, $"GET /v2/options/contracts/{ExpiringCall}");
        AlpacaBench.AssertTexts(
            contract,
            ("multiplier", "100"),
            ("status", "active"),
            ("expiration_date", "2026-11-20"),
            ("root_symbol", "GOOG"));
        AlpacaBench.AssertError(await bench.ExpectAsync(404, "GET /v2/options/contracts/NONE"), 40410000, "not found");
    }

    [Fact]
    public async Task WhenTheAccountIsRead_AmountsAreStrings()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Hold(Call100, 2, 0.955m);
        JsonNode account = await bench.ExpectAsync(200, "GET /v2/account");
        Assert.Equal(
            ("99809", "100019", "ACTIVE", "5f1d2a34-0000-4000-8000-000000000001"),
            ((string?)account["cash"], (string?)account["equity"], (string?)account["status"], (string?)account["id"]));
        Assert.Equal("us_option", (string?)(await bench.ExpectAsync(200, $"GET /v2/assets/{Call100}"))["class"]);
        Assert.Equal("us_equity", (string?)(await bench.ExpectAsync(200, "GET /v2/assets/GOOG"))["class"]);
        await bench.ExpectAsync(404, "GET /v2/assets/NONE");
    }
}
