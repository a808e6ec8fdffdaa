using System.Text.Json;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;

namespace ExitDesk.Simulator.Tests.Alpaca;

public sealed class WireFaultsTests
{
    private const string Close = $"DELETE /v2/positions/{Call100}";

    [Theory]
    [InlineData(Fault.GatewayTimeoutAfterAccept, 1)]
    [InlineData(Fault.GatewayTimeoutBeforeAccept, 0)]
    public async Task WhenTheGatewayTimesOut_TheOrderMayBeLiveOrNot(Fault fault, int orders)
    {
        await using var bench = await AlpacaBench.StartAsync(fault);
        bench.Desk.Hold(Call100, 1);
        AlpacaBench.AssertError(await bench.ExpectAsync(504, Close), 50410000, "gateway timeout");
        Assert.Equal(orders, bench.Desk.Venue.Orders().Count);
    }

    [Theory]
    [InlineData(Fault.ResetAfterAccept, 1)]
    [InlineData(Fault.ResetBeforeAccept, 0)]
    public async Task WhenTheConnectionIsReset_TheOrderMayBeLiveOrNot(Fault fault, int orders)
    {
        await using var bench = await AlpacaBench.StartAsync(fault);
        bench.Desk.Hold(Call100, 1);
        await Assert.ThrowsAsync<HttpRequestException>(() => bench.SendAsync(Close));
        Assert.Equal(orders, bench.Desk.Venue.Orders().Count);
    }

    [Fact]
    public async Task WhenARefusedCallMeetsAnAfterAcceptFault_TheFaultWaitsForAnAcceptedOne()
    {
        await using var bench = await AlpacaBench.StartAsync(Fault.GatewayTimeoutAfterAccept);
        await bench.ExpectAsync(404, Close);
        bench.Desk.Hold(Call100, 1);
        await bench.ExpectAsync(504, Close);
    }

    [Fact]
    public async Task WhenACallHangs_ItIsAnsweredAfterThirtySecondsOfMarketTime()
    {
        await using var bench = await AlpacaBench.StartAsync(Fault.Hang);
        bench.Desk.Hold(Call100, 1);
        var accepted = new TaskCompletionSource();
        bench.Desk.Venue.OrderAccepted += _ => accepted.TrySetResult();
        var call = bench.ExpectAsync(200, Close);
        await accepted.Task;
        await SpinUntilAsync(() => bench.Endpoint.HangingCalls == 1);

        bench.Desk.Move(29);
        Assert.False(call.IsCompleted);
        bench.Desk.Move(1);
        Assert.Equal("pending_new", (string?)(await call)["status"]);
        Assert.Equal(0, bench.Endpoint.HangingCalls);
    }

    [Fact]
    public async Task WhenTheClientGivesUpOnAHangingCall_TheOrderIsLiveAllTheSame()
    {
        await using var bench = await AlpacaBench.StartAsync(Fault.Hang);
        bench.Desk.Hold(Call100, 1);
        using var patience = new CancellationTokenSource();
        bench.Desk.Venue.OrderAccepted += _ => patience.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            bench.Client.DeleteAsync(new Uri($"/v2/positions/{Call100}", UriKind.Relative), patience.Token));
        Assert.Single(bench.Desk.Venue.Orders());
    }

    [Theory]
    [InlineData(Fault.RateLimited, true)]
    [InlineData(Fault.RateLimitedWithoutHeaders, false)]
    public async Task WhenRateLimited_HeadersAreThereOrNot(Fault fault, bool headers)
    {
        await using var bench = await AlpacaBench.StartAsync(fault);
        using var response = await bench.SendAsync("GET /v2/account");
        Assert.Equal(429, (int)response.StatusCode);
        Assert.Equal(headers, response.Headers.Contains("X-RateLimit-Reset"));
        await bench.ExpectAsync(200, "GET /v2/account");
    }

    [Fact]
    public async Task WhenReadsFail_MutatingCallsDoNot()
    {
        await using var bench = await AlpacaBench.StartAsync(Fault.ReadFails);
        bench.Desk.Hold(Call100, 1);
        await bench.ExpectAsync(200, Close);
        AlpacaBench.AssertError(await bench.ExpectAsync(500, "GET /v2/positions"), 50010000, "internal");
        await bench.ExpectAsync(200, "GET /v2/positions");
    }

    [Fact]
    public async Task WhenTheClockFails_OtherReadsDoNot()
    {
        await using var bench = await AlpacaBench.StartAsync(Fault.ClockFails);
        await bench.ExpectAsync(200, "GET /v2/account");
        await bench.ExpectAsync(500, "GET /v2/clock");
        await bench.ExpectAsync(200, "GET /v2/clock");
    }

    [Fact]
    public async Task WhenPositionsComeEmpty_ItIsOnceAndOnlyWhenSomeAreHeld()
    {
        await using var bench = await AlpacaBench.StartAsync(Fault.EmptyPositions);
        await bench.ExpectAsync(200, "GET /v2/positions");
        bench.Desk.Hold(Call100, 1);
        Assert.Empty((await bench.ExpectAsync(200, "GET /v2/positions")).AsArray());
        Assert.Single((await bench.ExpectAsync(200, "GET /v2/positions")).AsArray());
    }

    [Fact]
    public async Task WhenABodyIsCut_ItIsNotJson()
    {
        await using var bench = await AlpacaBench.StartAsync(Fault.TruncatedJson);
        using var response = await bench.SendAsync("GET /v2/account");
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(200, (int)response.StatusCode);
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(text));
    }

    [Fact]
    public async Task WhenAStatusIsUnknown_OnlyTheWireSaysSo()
    {
        await using var bench = await AlpacaBench.StartAsync(Fault.UnknownStatus);
        bench.Desk.Hold(Call100, 1);
        var id = (string?)(await bench.ExpectAsync(200, Close))["id"];
        var status = (string)(await bench.ExpectAsync(200, $"GET /v2/orders/{id}"))["status"]!;
        Assert.DoesNotContain(status, Enum.GetValues<OrderStatus>().Select(known => known.Word()));
        Assert.Equal("pending_new", (string?)(await bench.ExpectAsync(200, $"GET /v2/orders/{id}"))["status"]);
    }

    private static async Task SpinUntilAsync(Func<bool> reached)
    {
        while (!reached())
        {
            await Task.Yield();
        }
    }
}
