using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaOrderLookupTests
{
    [Fact]
    public async Task WhenTheBrokerHasIt_TheOrderComes()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.Order(clientOrderId: "xd-1:2")));

        var read = await stub.Client.GetOrderByClientIdAsync("xd-1:2", CancellationToken.None);

        Assert.Equal("xd-1:2", read.Value!.Order!.ClientOrderId);
        Assert.Equal("GET /v2/orders:by_client_order_id?client_order_id=xd-1:2&nested=true", Assert.Single(stub.Requests));
    }

    [Fact]
    public async Task WhenTheBrokerSaysThereIsNone_ThatIsAnAnswer()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Refusal(404, 40410000, "order not found for xd-1"));

        var read = await stub.Client.GetOrderByClientIdAsync("xd-1", CancellationToken.None);

        Assert.True(read.Succeeded);
        Assert.Null(read.Value.Order);
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(404, "{\"code\":40410001,\"message\":\"endpoint not found.\"}")]
    [InlineData(401, "{\"message\":\"unauthorized.\"}")]
    [InlineData(500, "")]
    [InlineData(429, "")]
    [InlineData(200, "{\"id\":\"61e6")]
    public async Task WhenTheAnswerDoesNotTell_TheReadFails(int status, string body)
    {
        await using var stub = await BrokerStub.StartAsync(new StubAnswer(status, body));

        Assert.False((await stub.Client.GetOrderByClientIdAsync("xd-1", CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task WhenAnotherOrderComes_TheReadFails()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.Order()));

        Assert.False((await stub.Client.GetOrderByClientIdAsync("xd-1", CancellationToken.None)).Succeeded);
    }
}
