using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Ports.Broker;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaCloseTests
{
    [Theory]
    [InlineData("2", "2")]
    [InlineData("2.000", "2")]
    [InlineData("0.123456789", "0.123456789")]
    public async Task WhenBrokerTakesIt_OrderIsAccepted(string quantity, string written)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.Order(status: "\"pending_new\"")));

        var outcome = await stub.Client.ClosePositionAsync(
            Payloads.Call, decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture), CancellationToken.None);

        Assert.Equal(OrderStatus.PendingNew, Assert.IsType<SubmitOutcome.Accepted>(outcome).Order.Status);
        Assert.Equal($"DELETE /v2/positions/{Payloads.Call}?qty={written}", Assert.Single(stub.Requests));
    }

    [Theory]
    [InlineData(403, 40310000, "insufficient qty available for order (requested: 2, available: 0)")]
    [InlineData(404, 40410000, "position does not exist")]
    [InlineData(422, 42210000, "options market orders are only allowed during market hours")]
    public async Task WhenBrokerRefuses_StatusCodeAndWordsCome(int status, int code, string message)
    {
        var outcome = await CloseAsync(StubAnswer.Refusal(status, code, message));

        Assert.Equal(new SubmitOutcome.Refused(status, code, message), outcome);
    }

    [Theory]
    [InlineData(403, "<html>forbidden</html>", "<html>forbidden</html>")]
    [InlineData(401, "{\"message\":\"unauthorized.\"}", "unauthorized.")]
    [InlineData(422, "{\"code\":\"42210000\",\"message\":null}", "")]
    [InlineData(400, "[]", "[]")]
    [InlineData(404, "", "")]
    public async Task WhenRefusalHasNoCode_ItIsARefusalAllTheSame(int status, string body, string message) =>
        Assert.Equal(new SubmitOutcome.Refused(status, null, message), await CloseAsync(new StubAnswer(status, body)));

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    [InlineData(307)]
    public async Task WhenStatusDoesNotTell_OutcomeIsUnknownAfterOneRequest(int status)
    {
        await using var stub = await BrokerStub.StartAsync(
            new StubAnswer(status, "", ("Location", "/elsewhere"), ("Retry-After", "0")));

        var outcome = await stub.Client.ClosePositionAsync(Payloads.Call, 2, CancellationToken.None);

        Assert.Equal(new SubmitOutcome.Unknown($"HTTP {status}"), outcome);
        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"id\":\"61e6")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task WhenSuccessCannotBeRead_OutcomeIsUnknown(string body) =>
        Assert.IsType<SubmitOutcome.Unknown>(await CloseAsync(StubAnswer.Ok(body)));

    [Fact]
    public async Task WhenSuccessIsAboutAnotherSymbol_OutcomeIsUnknown() =>
        Assert.IsType<SubmitOutcome.Unknown>(await CloseAsync(StubAnswer.Ok(Payloads.Order(symbol: "\"SPY\""))));

    [Theory]
    [InlineData("X-RateLimit-Reset", 12, 12)]
    [InlineData("X-RateLimit-Reset", -3, 0)]
    [InlineData("X-RateLimit-Reset", 86_400, 60)]
    public async Task WhenLimitIsReached_WaitIsUntilTheReset(string header, int fromNow, int seconds)
    {
        var reset = BrokerStub.Now.AddSeconds(fromNow).ToUnixTimeSeconds();

        var outcome = await CloseAsync(new StubAnswer(429, "{}", (header, $"{reset}")));

        Assert.Equal(new SubmitOutcome.RateLimited(TimeSpan.FromSeconds(seconds)), outcome);
    }

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("Retry-After", "Fri, 20 Nov 2026 15:00:09 GMT", 9)]
    [InlineData("X-RateLimit-Reset", "soon", null)]
    [InlineData("X-RateLimit-Reset", "999999999999999", null)]
    [InlineData("X-Other", "1", null)]
    public async Task WhenLimitIsReachedWithoutReset_RetryAfterTellsOrNothing(string header, string value, int? seconds)
    {
        var expected = seconds is { } wait ? TimeSpan.FromSeconds(wait) : (TimeSpan?)null;

        Assert.Equal(new SubmitOutcome.RateLimited(expected), await CloseAsync(new StubAnswer(429, "", (header, value))));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(" ", 1)]
    [InlineData(".", 1)]
    [InlineData("..", 1)]
    [InlineData("AAPL", 0)]
    [InlineData("AAPL", -1)]
    public async Task WhenCallIsABug_NothingIsSent(string symbol, int quantity)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok("{}"));

        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => stub.Client.ClosePositionAsync(symbol, quantity, CancellationToken.None));

        Assert.Empty(stub.Requests);
    }

    private static async Task<SubmitOutcome> CloseAsync(StubAnswer answer)
    {
        await using var stub = await BrokerStub.StartAsync(answer);
        return await stub.Client.ClosePositionAsync(Payloads.Call, 2, CancellationToken.None);
    }
}
