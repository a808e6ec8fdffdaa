using System.Globalization;
using ExitDesk.Domain.Orders;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaAccountOrdersTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 20, 14, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task WhenOpenOrdersAreRead_AllSymbolsComeInOneCallOldestFirst()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.List(
            Payloads.Order(id: "b", symbol: "\"SPY\"", createdAt: "\"2026-11-20T14:46:00Z\""),
            Payloads.Order(id: "a"))));

        var read = await stub.Client.GetOpenOrdersAsync(CancellationToken.None);

        Assert.Equal([("a", Payloads.Call), ("b", "SPY")], read.Value!.Select(order => (order.Id, order.Symbol)));
        Assert.Equal("GET /v2/orders?status=open&limit=500&direction=asc&nested=true", Assert.Single(stub.Requests));
    }

    [Fact]
    public async Task WhenAnOrderHasSeveralLegs_TheyAreInsideAndNotBesideIt()
    {
        var leg = Payloads.Order(id: "leg-1", quantity: "\"3\"", filled: "\"1\"", side: "\"buy\"")
            .Replace("\"filled_avg_price\":null", "\"filled_avg_price\":\"1.41\"", StringComparison.Ordinal);
        var parent = Payloads.Order(
            id: "spread", symbol: "\"\"", side: "\"\"", quantity: "\"3\"", filled: "\"1\"", legs: Payloads.List(leg));
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.List(parent)));

        var order = Assert.Single((await stub.Client.GetOpenOrdersAsync(CancellationToken.None)).Value!);

        Assert.Equal(("spread", 2m), (order.Id, order.RemainingQuantity));
        Assert.Equal(new LegReport("leg-1", Payloads.Call, OrderSide.Buy, PositionIntent.SellToClose, 3, 1, 1.41m), Assert.Single(order.Legs));
    }

    [Fact]
    public async Task WhenAnOrderIsABracket_ItsLegsAreOrdersOfTheirOwn()
    {
        var parent = Payloads.Order(id: "entry", orderClass: "\"bracket\"", legs: Payloads.List(Payloads.Order(id: "stop")));
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.List(parent)));

        Assert.Equal(["entry", "stop"], (await stub.Client.GetOpenOrdersAsync(CancellationToken.None)).Value!.Select(order => order.Id));
    }

    [Fact]
    public async Task WhenAnOwnersRestingOrderIsRead_AllIsThereToPutItBack()
    {
        var stop = Payloads.Order(orderClass: "\"simple\"")
            .Replace("\"type\":\"market\"", "\"type\":\"stop_limit\"", StringComparison.Ordinal)
            .Replace("\"limit_price\":null,\"stop_price\":null", "\"limit_price\":\"0.90\",\"stop_price\":\"1\"", StringComparison.Ordinal)
            .Replace("\"time_in_force\":\"day\"", "\"time_in_force\":\"gtc\"", StringComparison.Ordinal);
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.List(stop)));

        var order = Assert.Single((await stub.Client.GetOpenOrdersAsync(CancellationToken.None)).Value!);

        Assert.Equal(
            (OrderType.StopLimit, 0.90m, 1m, TimeInForce.GoodTillCanceled, PositionIntent.SellToClose, "simple"),
            (order.Type, order.LimitPrice, order.StopPrice, order.TimeInForce, order.Intent, order.OrderClass));
    }

    [Fact]
    public async Task WhenAnOrderIsByDollars_ItsQuantityIsZeroAndItStillWorks()
    {
        var order = Payloads.Order(symbol: "\"AAPL\"", quantity: "null", filled: "\"0.5\"")
            .Replace("\"notional\":null", "\"notional\":\"500\"", StringComparison.Ordinal);
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.List(order)));

        var read = Assert.Single((await stub.Client.GetOpenOrdersAsync(CancellationToken.None)).Value!);

        Assert.Equal((0m, 0.5m, true), (read.Quantity, read.FilledQuantity, read.IsWorking));
    }

    [Theory]
    [InlineData("2026-11-20T14:29:59.999Z", 0)]
    [InlineData("2026-11-20T14:30:00Z", 1)]
    public async Task WhenOrdersSinceAnInstantAreRead_EarlierOnesAreLeftOut(string at, int count)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.List(
            Payloads.Order(status: "\"canceled\"", createdAt: $"\"{at}\""))));

        Assert.Equal(count, (await stub.Client.GetOrdersSinceAsync(Since, CancellationToken.None)).Value!.Count);
        Assert.StartsWith("GET /v2/orders?status=all&limit=500", Assert.Single(stub.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheAccountHasManyOrders_AllPagesAreRead()
    {
        await using var stub = await BrokerStub.StartAsync((request, _) =>
        {
            var from = request.Query["after"].FirstOrDefault() is { } after
                ? (int)Math.Round((DateTimeOffset.Parse(after, CultureInfo.InvariantCulture) - Since).TotalSeconds)
                : 0;
            return StubAnswer.Ok(Payloads.List(Enumerable.Range(from, Math.Min(500, 600 - from)).Select(i =>
                Payloads.Order(id: $"order-{i:D4}", createdAt: $"\"{Since.AddSeconds(i):yyyy-MM-ddTHH:mm:ssZ}\""))));
        });

        var read = await stub.Client.GetOpenOrdersAsync(CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 600).Select(i => $"order-{i:D4}"), read.Value!.Select(order => order.Id));
        Assert.Equal(2, stub.Requests.Count);
    }
}
