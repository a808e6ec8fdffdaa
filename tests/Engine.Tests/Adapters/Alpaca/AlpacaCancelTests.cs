using ExitDesk.Engine.Ports.Broker;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaCancelTests
{
    [Theory]
    [InlineData(204, CancelOutcome.Requested)]
    [InlineData(200, CancelOutcome.Requested)]
    [InlineData(422, CancelOutcome.NotCancelable)]
    [InlineData(404, CancelOutcome.NotCancelable)]
    [InlineData(401, CancelOutcome.Unknown)]
    [InlineData(403, CancelOutcome.Unknown)]
    [InlineData(429, CancelOutcome.Unknown)]
    [InlineData(500, CancelOutcome.Unknown)]
    [InlineData(504, CancelOutcome.Unknown)]
    public async Task WhenBrokerAnswers_OnlyPlainAnswersCount(int status, CancelOutcome expected)
    {
        await using var stub = await BrokerStub.StartAsync(new StubAnswer(status, ""));

        Assert.Equal(expected, await stub.Client.CancelOrderAsync("61e69015", CancellationToken.None));
        Assert.Equal("DELETE /v2/orders/61e69015", Assert.Single(stub.Requests));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    public async Task WhenIdNamesNothing_NothingIsSentBecauseThatWouldCancelAllOrders(string id)
    {
        await using var stub = await BrokerStub.StartAsync(new StubAnswer(204, ""));

        await Assert.ThrowsAnyAsync<ArgumentException>(() => stub.Client.CancelOrderAsync(id, CancellationToken.None));

        Assert.Empty(stub.Requests);
    }
}
