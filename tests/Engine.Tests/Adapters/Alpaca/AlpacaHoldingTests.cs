using ExitDesk.Engine.Ports.Broker;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaHoldingTests
{
    [Fact]
    public async Task WhenPositionIsHeld_QuantityIsSigned()
    {
        var read = await ReadAsync(StubAnswer.Ok(Payloads.Position(quantity: "\"-3\"", side: "\"short\"")));

        Assert.Equal(-3, read.Value!.Quantity);
    }

    [Fact]
    public async Task WhenBrokerSaysThereIsNone_HoldingIsZero()
    {
        var read = await ReadAsync(StubAnswer.Refusal(404, 40410000, "position does not exist"));

        Assert.Equal(0, read.Value!.Quantity);
    }

    [Theory]
    [InlineData(404, "{\"code\":40410001,\"message\":\"symbol not found\"}")]
    [InlineData(404, "<html>not found</html>")]
    [InlineData(404, "")]
    [InlineData(403, "{\"code\":40410000,\"message\":\"odd\"}")]
    [InlineData(401, "{\"message\":\"unauthorized.\"}")]
    [InlineData(200, "{}")]
    public async Task WhenAnswerIsAnythingElse_ReadFails(int status, string body) =>
        Assert.False((await ReadAsync(new StubAnswer(status, body))).Succeeded);

    [Fact]
    public async Task WhenAnswerIsAboutAnotherSymbol_ReadFails()
    {
        var read = await ReadAsync(StubAnswer.Ok(Payloads.Position(symbol: "\"SPY\"")));

        Assert.Equal($"position.symbol: \"SPY\" is not {Payloads.Call}, which was asked for", read.Failure);
    }

    [Fact]
    public async Task WhenSymbolHasASlash_ItStaysOnePartOfThePath()
    {
        await using var stub = await BrokerStub.StartAsync(
            (request, _) => StubAnswer.Ok(Payloads.Position(symbol: "\"BTC/USD\"")));

        Assert.True((await stub.Client.GetHoldingAsync("BTC/USD", CancellationToken.None)).Succeeded);
        Assert.Equal("GET /v2/positions/BTC%2FUSD", Assert.Single(stub.Requests));
    }

    private static async Task<BrokerRead<BrokerHolding>> ReadAsync(StubAnswer answer)
    {
        await using var stub = await BrokerStub.StartAsync(answer);
        return await stub.Client.GetHoldingAsync(Payloads.Call, CancellationToken.None);
    }
}
