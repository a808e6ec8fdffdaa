using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaOptionsTests
{
    [Fact]
    public void WhenPrinted_KeysAreNotShown()
    {
        var options = BrokerStub.Options(new Uri("http://127.0.0.1:1"));

        var text = $"{options}";

        Assert.DoesNotContain(options.KeyId, text, StringComparison.Ordinal);
        Assert.DoesNotContain(options.SecretKey, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenRequestIsSent_BothKeysAreInItsHeaders()
    {
        var seen = "";
        await using var stub = await BrokerStub.StartAsync((request, _) =>
        {
            seen = $"{request.Headers["APCA-API-KEY-ID"]} {request.Headers["APCA-API-SECRET-KEY"]}";
            return StubAnswer.Ok("[]");
        });

        await stub.Client.GetPositionsAsync(CancellationToken.None);

        var options = BrokerStub.Options(new Uri("http://127.0.0.1:1"));
        Assert.Equal($"{options.KeyId} {options.SecretKey}", seen);
    }
}
