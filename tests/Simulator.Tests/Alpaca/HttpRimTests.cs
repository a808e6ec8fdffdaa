using System.Globalization;
using ExitDesk.Simulator.Alpaca;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;

namespace ExitDesk.Simulator.Tests.Alpaca;

public sealed class HttpRimTests
{
    [Theory]
    [InlineData(null, null, 401)]
    [InlineData("PKSIMULATED", null, 401)]
    [InlineData("PKSIMULATED", "wrong", 403)]
    [InlineData("wrong", "simulated-secret", 403)]
    [InlineData("PKSIMULATED", "simulated-secret", 200)]
    public async Task WhenKeysAreMissingOrWrong_TheCallIsRefused(string? keyId, string? secret, int status)
    {
        await using var bench = await AlpacaBench.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Endpoint.Address };
        if (keyId is not null)
        {
            client.DefaultRequestHeaders.Add("APCA-API-KEY-ID", keyId);
        }

        if (secret is not null)
        {
            client.DefaultRequestHeaders.Add("APCA-API-SECRET-KEY", secret);
        }

        using var response = await client.GetAsync(new Uri("/v2/account", UriKind.Relative));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task WhenTheClientsClockIsAnother_TheResetIsToldInItsTime()
    {
        var lead = TimeSpan.FromDays(3);
        await using var bench = await AlpacaBench.StartAsync(new AlpacaOptions { ClientsTime = market => market + lead });

        using var answer = await bench.SendAsync("GET /v2/clock");

        var minute = bench.Desk.Clock.Now.Ticks / TimeSpan.TicksPerMinute;
        Assert.Equal(new DateTimeOffset((minute + 1) * TimeSpan.TicksPerMinute, TimeSpan.Zero).Add(lead).ToUnixTimeSeconds(), Header(answer, "X-RateLimit-Reset"));
    }

    [Fact]
    public async Task WhenTheMinuteIsUsedUp_CallsAreRefusedUntilTheNext()
    {
        await using var bench = await AlpacaBench.StartAsync();
        bench.Desk.Move(30);
        for (var left = 199; left >= 0; left--)
        {
            using var response = await bench.SendAsync("GET /v2/account");
            Assert.Equal((200, left), ((int)response.StatusCode, Header(response, "X-RateLimit-Remaining")));
        }

        using var refused = await bench.SendAsync("GET /v2/account");
        Assert.Equal((429, 200L), ((int)refused.StatusCode, Header(refused, "X-RateLimit-Limit")));
        Assert.Equal(bench.Desk.Clock.Now.AddSeconds(30).ToUnixTimeSeconds(), Header(refused, "X-RateLimit-Reset"));
        await bench.ExpectAsync(200, $"GET /v1beta1/options/quotes/latest?symbols={Call100}");
        bench.Desk.Move(29);
        await bench.ExpectAsync(429, "GET /v2/account");
        bench.Desk.Move(1);
        await bench.ExpectAsync(200, "GET /v2/account");
    }

    [Fact]
    public async Task WhenCallsAreMade_TheyAreCountedByTemplateAndMinute()
    {
        await using var bench = await AlpacaBench.StartAsync();
        await bench.ExpectAsync(200, "GET /v2/clock");
        await bench.ExpectAsync(404, "GET /v2/positions/A");
        await bench.ExpectAsync(404, "GET /v2/positions/B");
        await bench.ExpectAsync(200, "GET /v2/stocks/snapshots?symbols=GOOG");
        bench.Desk.Move(61);
        await bench.ExpectAsync(200, "GET /v2/clock");

        Assert.Equal(
            [("GET /v2/clock", 2), ("GET /v2/positions/{symbol}", 2), ("GET /v2/stocks/snapshots", 1)],
            bench.Endpoint.Calls.ByEndpoint.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal([3, 1], bench.Endpoint.Calls.TradingByMinute.Values);
    }

    [Theory]
    [InlineData("GET /v2/nonsense", 404)]
    [InlineData("GET /", 404)]
    [InlineData("PUT /v2/orders", 405)]
    [InlineData("POST /v2/clock", 405)]
    public async Task WhenThereIsNoSuchEndpoint_TheErrorIsJson(string call, int status)
    {
        await using var bench = await AlpacaBench.StartAsync();
        AlpacaBench.AssertError(await bench.ExpectAsync(status, call), (status * 100_000) + 10_000, "");
    }

    [Fact]
    public async Task WhenTheBodyIsHuge_ItIsRefused()
    {
        await using var bench = await AlpacaBench.StartAsync();
        AlpacaBench.AssertError(
            await bench.ExpectAsync(413, "POST /v2/orders", new string(' ', 70_000)), 41310000, "larger than");
    }

    [Fact]
    public async Task WhenDataHasItsOwnPort_EachServesOnlyItsOwn()
    {
        await using var bench = await AlpacaBench.StartAsync(new AlpacaOptions { DataPort = 0 });
        Assert.NotEqual(bench.Endpoint.Address, bench.Endpoint.DataAddress);
        await bench.ExpectAsync(404, "GET /v2/stocks/snapshots?symbols=GOOG");
        await bench.ExpectAsync(200, $"GET {new Uri(bench.Endpoint.DataAddress, "/v2/stocks/snapshots?symbols=GOOG")}");
    }

    private static long Header(HttpResponseMessage response, string name) =>
        long.Parse(response.Headers.GetValues(name).Single(), CultureInfo.InvariantCulture);
}
