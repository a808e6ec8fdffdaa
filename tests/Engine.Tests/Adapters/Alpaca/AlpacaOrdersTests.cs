using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Ports.Broker;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaOrdersTests
{
    private static readonly DateTimeOffset Since = BrokerStub.Now.AddMinutes(-30);

    [Fact]
    public async Task WhenOrdersAreAsked_OpenOnesOfAnyAgeAndAllSinceAreRead()
    {
        await using var stub = await StartAsync(
            open: [Payloads.Order(id: "old", createdAt: "\"2026-11-02T15:00:00Z\"")],
            since: [Payloads.Order(id: "new", status: "\"filled\"", filled: "\"2\"")]);

        var orders = await OrdersAsync(stub);

        Assert.Equal(["old", "new"], orders.Select(order => order.Id));
        Assert.Equal(
            [
                $"GET /v2/orders?status=open&symbols={Payloads.Call}&limit=500&direction=asc&nested=true",
                $"GET /v2/orders?status=all&symbols={Payloads.Call}&limit=500&direction=asc&nested=true"
                    + "&after=2026-11-20T14:29:59.9980000Z",
            ],
            stub.Requests);
    }

    [Fact]
    public async Task WhenOrderIsInBothLists_TheLaterAnswerCounts()
    {
        await using var stub = await StartAsync(
            open: [Payloads.Order(status: "\"new\"")], since: [Payloads.Order(status: "\"filled\"", filled: "\"2\"")]);

        Assert.Equal(OrderStatus.Filled, Assert.Single(await OrdersAsync(stub)).Status);
    }

    [Fact]
    public async Task WhenFinalOrderIsOlderThanAsked_ItIsLeftOut()
    {
        await using var stub = await StartAsync(
            open: [], since: [Payloads.Order(status: "\"canceled\"", createdAt: "\"2026-11-20T14:29:59.999Z\"")]);

        Assert.Empty(await OrdersAsync(stub));
    }

    [Fact]
    public async Task WhenOrderIsRead_AllFieldsAreThere()
    {
        await using var stub = await StartAsync(open: [], since: [Payloads.Order(extra: ",\"field_of_tomorrow\":{\"a\":1}")]);

        Assert.Equal(
            new Order(
                "61e69015-8549-4bfd-b9c3-01e75843f47d", "eb9e2aaa-f71a-4f51-b5b4-52a6c565dad4", Payloads.Call, OrderSide.Sell,
                2, 0, null, OrderStatus.Accepted, "accepted",
                new DateTimeOffset(2026, 11, 20, 14, 45, 0, TimeSpan.Zero).AddTicks(9_422_820), null)
            {
                Type = OrderType.Market,
                Intent = PositionIntent.SellToClose,
                TimeInForce = TimeInForce.Day,
            },
            Assert.Single(await OrdersAsync(stub)));
    }

    [Theory]
    [InlineData("\"new\"", OrderStatus.New, "new")]
    [InlineData("\"partially_filled\"", OrderStatus.PartiallyFilled, "partially_filled")]
    [InlineData("\"filled\"", OrderStatus.Filled, "filled")]
    [InlineData("\"done_for_day\"", OrderStatus.DoneForDay, "done_for_day")]
    [InlineData("\"canceled\"", OrderStatus.Canceled, "canceled")]
    [InlineData("\"expired\"", OrderStatus.Expired, "expired")]
    [InlineData("\"replaced\"", OrderStatus.Replaced, "replaced")]
    [InlineData("\"pending_cancel\"", OrderStatus.PendingCancel, "pending_cancel")]
    [InlineData("\"pending_replace\"", OrderStatus.PendingReplace, "pending_replace")]
    [InlineData("\"accepted\"", OrderStatus.Accepted, "accepted")]
    [InlineData("\"pending_new\"", OrderStatus.PendingNew, "pending_new")]
    [InlineData("\"accepted_for_bidding\"", OrderStatus.AcceptedForBidding, "accepted_for_bidding")]
    [InlineData("\"stopped\"", OrderStatus.Stopped, "stopped")]
    [InlineData("\"rejected\"", OrderStatus.Rejected, "rejected")]
    [InlineData("\"suspended\"", OrderStatus.Suspended, "suspended")]
    [InlineData("\"calculated\"", OrderStatus.Calculated, "calculated")]
    [InlineData("\"held\"", OrderStatus.Held, "held")]
    [InlineData("\"pending_review\"", OrderStatus.Unknown, "pending_review")]
    [InlineData("\"\"", OrderStatus.Unknown, "")]
    [InlineData("null", OrderStatus.Unknown, "")]
    [InlineData("7", OrderStatus.Unknown, "")]
    public async Task WhenStatusIsRead_BrokersWordIsKeptAndUnknownOnesStayLive(string json, OrderStatus expected, string text)
    {
        await using var stub = await StartAsync(open: [], since: [Payloads.Order(status: json)]);

        var order = Assert.Single(await OrdersAsync(stub));

        Assert.Equal((expected, text), (order.Status, order.StatusText));
        Assert.Equal(expected == OrderStatus.Unknown || !expected.IsFinal(), order.IsWorking);
    }

    [Fact]
    public async Task WhenOrderIsMultiLeg_ItsLegCountsUnderTheIdThatCanBeCancelled()
    {
        await using var stub = await StartAsync(open: [], since: [Spread()]);

        var leg = Assert.Single(await OrdersAsync(stub));

        Assert.Equal(("spread", Payloads.Call, OrderSide.Sell, 6m), (leg.Id, leg.Symbol, leg.Side, leg.Quantity));
        Assert.Equal("eb9e2aaa-f71a-4f51-b5b4-52a6c565dad4", leg.ClientOrderId);
    }

    [Theory]
    [InlineData("\"-0.45\"", OrderSide.Sell)]
    [InlineData("\"0.45\"", OrderSide.Buy)]
    [InlineData("null", OrderSide.Buy)]
    public async Task WhenMultiLegParentIsRead_EmptySymbolAndSideDoNotFail(string net, OrderSide side)
    {
        var body = Spread().Replace("\"limit_price\":null", $"\"limit_price\":{net}", StringComparison.Ordinal);
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(body));

        var read = await stub.Client.GetOrderAsync("spread", CancellationToken.None);

        Assert.Equal(("", side, 3m), (read.Value!.Symbol, read.Value.Side, read.Value.Quantity));
        Assert.Equal("GET /v2/orders/spread?nested=true", Assert.Single(stub.Requests));
    }

    [Theory]
    [InlineData("{\"code\":40410000,\"message\":\"order not found\"}", 404)]
    [InlineData("", 404)]
    public async Task WhenOrderIsUnknown_ReadFails(string body, int status)
    {
        await using var stub = await BrokerStub.StartAsync(new StubAnswer(status, body));

        Assert.False((await stub.Client.GetOrderAsync("none", CancellationToken.None)).Succeeded);
    }

    [Theory]
    [InlineData("symbol", "\"\"", "orders[1].symbol: \"\" is not a text")]
    [InlineData("side", "\"\"", "orders[1].side: \"\" is neither buy nor sell")]
    [InlineData("qty", "null", "orders[1].qty: null is not a number")]
    [InlineData("qty", "\"0\"", "orders[1].qty: \"0\" is not above 0")]
    [InlineData("filled", "\"3\"", "orders[1].filled_qty: \"3\" is not between 0 and 2")]
    [InlineData("createdAt", "\"yesterday\"", "orders[1].submitted_at: \"yesterday\" is not an instant")]
    [InlineData("legs", "7", "orders[1].legs: a list is expected, not 7")]
    public async Task WhenOneOrderCannotBeUnderstood_WholeReadFailsAndNamesThePlace(string field, string value, string failure)
    {
        var odd = field switch
        {
            "symbol" => Payloads.Order(symbol: value),
            "side" => Payloads.Order(side: value),
            "qty" => Payloads.Order(quantity: value),
            "filled" => Payloads.Order(filled: value),
            "createdAt" => Payloads.Order(createdAt: value),
            _ => Payloads.Order(legs: value),
        };
        await using var stub = await StartAsync(open: [], since: [Payloads.Order(), odd]);

        var read = await stub.Client.GetOrdersAsync(Payloads.Call, Since, CancellationToken.None);

        Assert.Equal(failure, read.Failure);
    }

    [Fact]
    public async Task WhenOneOfTheTwoListsFails_ReadFails()
    {
        await using var stub = await BrokerStub.StartAsync(
            (request, _) => request.Query["status"] == "open" ? StubAnswer.Ok("[]") : new StubAnswer(403, ""));

        Assert.False((await stub.Client.GetOrdersAsync(Payloads.Call, Since, CancellationToken.None)).Succeeded);
    }

    private static string Spread()
    {
        var sold = Payloads.Order(id: "leg-1", quantity: "null", status: "\"new\"", extra: ",\"ratio_qty\":\"2\"");
        var bought = Payloads.Order(
            id: "leg-2", symbol: "\"AAPL261218C00210000\"", side: "\"buy\"", quantity: "\"3\"", status: "\"new\"");
        return Payloads.Order(
            id: "spread",
            symbol: "\"\"",
            side: "\"\"",
            quantity: "\"3\"",
            orderClass: "\"mleg\"",
            legs: Payloads.List(sold, bought));
    }

    private static Task<BrokerStub> StartAsync(string[] open, string[] since) => BrokerStub.StartAsync(
        (request, _) => StubAnswer.Ok(Payloads.List(request.Query["status"] == "open" ? open : since)));

    private static async Task<IReadOnlyList<Order>> OrdersAsync(BrokerStub stub)
    {
        BrokerRead<IReadOnlyList<Order>> read = await stub.Client.GetOrdersAsync(Payloads.Call, Since, CancellationToken.None);
        Assert.Null(read.Failure);
        return read.Value!;
    }
}
