using System.Text.Json.Nodes;
using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Ports.Broker;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaSubmitTests
{
    private static readonly string Taken = Payloads.Order(status: "\"pending_new\"", clientOrderId: Tickets.Id);

    [Fact]
    public async Task WhenOneLegHasALimit_TheBrokerGetsItByOurId()
    {
        await AssertBodyAsync(
            Tickets.Limit(1.3m),
            $$"""
            {"client_order_id":"{{Tickets.Id}}","qty":"2","type":"limit","time_in_force":"day","limit_price":"1.30",
             "symbol":"{{Payloads.Call}}","side":"sell","position_intent":"sell_to_close"}
            """);
    }

    [Fact]
    public async Task WhenThereIsNoLimit_ItIsAMarketOrder() => await AssertBodyAsync(
        Tickets.Limit(null),
        $$"""
        {"client_order_id":"{{Tickets.Id}}","qty":"2","type":"market","time_in_force":"day",
         "symbol":"{{Payloads.Call}}","side":"sell","position_intent":"sell_to_close"}
        """);

    [Theory]
    [InlineData("0.45", "0.45")]
    [InlineData("-1.2", "-1.20")]
    [InlineData("0", "0.00")]
    public async Task WhenThereAreSeveralLegs_TheNetIsSignedAndNothingIsOnTop(string net, string written) => await AssertBodyAsync(
        Tickets.Spread(decimal.Parse(net, System.Globalization.CultureInfo.InvariantCulture)),
        $$"""
        {"client_order_id":"{{Tickets.Id}}","qty":"3","type":"limit","time_in_force":"day","limit_price":"{{written}}","order_class":"mleg",
         "legs":[{"symbol":"{{Payloads.Call}}","ratio_qty":"1","side":"buy","position_intent":"buy_to_close"},
                 {"symbol":"{{Tickets.Put}}","ratio_qty":"2","side":"sell","position_intent":"sell_to_close"}]}
        """);

    [Fact]
    public async Task WhenAnOwnersStopIsPutBack_StopAndTimeAreWritten() => await AssertBodyAsync(
        new OrderTicket(Tickets.Id, [OrderLeg.Of("AAPL", PositionIntent.SellToClose)], 10.5m, 0.1234m)
        {
            StopPrice = 0.2m,
            TimeInForce = TimeInForce.GoodTillCanceled,
        },
        $$"""
        {"client_order_id":"{{Tickets.Id}}","qty":"10.5","type":"stop_limit","time_in_force":"gtc","limit_price":"0.1234","stop_price":"0.20",
         "symbol":"AAPL","side":"sell","position_intent":"sell_to_close"}
        """);

    [Fact]
    public async Task WhenSeveralLegsAreTaken_TheAnswerHasThemInside()
    {
        var body = Payloads.Order(
            id: "spread", clientOrderId: Tickets.Id, symbol: "\"\"", side: "\"\"", quantity: "\"3\"", orderClass: "\"mleg\"",
            legs: Payloads.List(
                Payloads.Order(id: "leg-1", quantity: "\"3\"", side: "\"buy\"", status: "\"new\""),
                Payloads.Order(id: "leg-2", symbol: $"\"{Tickets.Put}\"", quantity: "null", filled: "\"1\"", status: "\"new\"", extra: ",\"ratio_qty\":\"2\"")));

        var order = Assert.IsType<SubmitOutcome.Accepted>(await SubmitAsync(Tickets.Spread(), StubAnswer.Ok(body))).Order;

        Assert.Equal(("spread", "", 3m), (order.Id, order.Symbol, order.Quantity));
        Assert.Equal(
            [
                new LegReport("leg-1", Payloads.Call, OrderSide.Buy, PositionIntent.SellToClose, 3, 0, null),
                new LegReport("leg-2", Tickets.Put, OrderSide.Sell, PositionIntent.SellToClose, 6, 1, null),
            ],
            order.Legs);
    }

    [Theory]
    [InlineData(403, 40310000, "insufficient qty available for order")]
    [InlineData(422, 42210000, "position intent mismatch, inferred: sell_to_open, specified: sell_to_close")]
    [InlineData(422, 40010001, "client_order_id must be unique")]
    public async Task WhenBrokerRefuses_StatusCodeAndWordsCome(int status, int code, string message) => Assert.Equal(
        new SubmitOutcome.Refused(status, code, message),
        await SubmitAsync(Tickets.Limit(), StubAnswer.Refusal(status, code, message)));

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    [InlineData(307)]
    public async Task WhenStatusDoesNotTell_OutcomeIsUnknownAfterOneRequest(int status)
    {
        await using var stub = await BrokerStub.StartAsync(new StubAnswer(status, "", ("Location", "/elsewhere"), ("Retry-After", "0")));

        Assert.Equal(new SubmitOutcome.Unknown($"HTTP {status}"), await stub.Client.SubmitOrderAsync(Tickets.Spread(), CancellationToken.None));
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task WhenLimitOfCallsIsReached_ItIsTold() =>
        Assert.Equal(new SubmitOutcome.RateLimited(null), await SubmitAsync(Tickets.Limit(), new StubAnswer(429, "")));

    [Theory]
    [InlineData("")]
    [InlineData("{\"id\":\"61e6")]
    [InlineData("[]")]
    public async Task WhenSuccessCannotBeRead_OutcomeIsUnknown(string body) =>
        Assert.IsType<SubmitOutcome.Unknown>(await SubmitAsync(Tickets.Limit(), StubAnswer.Ok(body)));

    [Fact]
    public async Task WhenSuccessIsAboutAnotherOrder_OutcomeIsUnknown() =>
        Assert.IsType<SubmitOutcome.Unknown>(await SubmitAsync(Tickets.Limit(), StubAnswer.Ok(Payloads.Order())));

    [Fact]
    public async Task WhenTheTicketIsABug_NothingIsSent()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Taken));

        await Assert.ThrowsAsync<ArgumentException>(() => stub.Client.SubmitOrderAsync(Tickets.Limit(1.355m), CancellationToken.None));

        Assert.Empty(stub.Requests);
    }

    private static async Task AssertBodyAsync(OrderTicket ticket, string expected)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Taken));

        var outcome = await stub.Client.SubmitOrderAsync(ticket, CancellationToken.None);

        Assert.Equal(OrderStatus.PendingNew, Assert.IsType<SubmitOutcome.Accepted>(outcome).Order.Status);
        Assert.Equal("POST /v2/orders", Assert.Single(stub.Requests));
        var sent = JsonNode.Parse(Assert.Single(stub.Bodies));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), sent), sent!.ToJsonString());
    }

    private static async Task<SubmitOutcome> SubmitAsync(OrderTicket ticket, StubAnswer answer)
    {
        await using var stub = await BrokerStub.StartAsync(answer);
        return await stub.Client.SubmitOrderAsync(ticket, CancellationToken.None);
    }
}
