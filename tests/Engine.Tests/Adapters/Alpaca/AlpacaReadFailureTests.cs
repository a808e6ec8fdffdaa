using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaReadFailureTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task WhenFailureIsTransient_ReadIsRepeatedOnceAfterAPause(int status)
    {
        await using var stub = await BrokerStub.StartAsync(
            (_, before) => before == 0 ? new StubAnswer(status, "") : StubAnswer.Ok("[]"));

        var read = await stub.Client.GetPositionsAsync(CancellationToken.None);

        Assert.True(read.Succeeded);
        Assert.Equal(2, stub.Requests.Count);
        Assert.Equal(1, stub.Time.Pauses);
    }

    [Fact]
    public async Task WhenFailureLasts_ReadFailsAfterTheSecond()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Refusal(500, 50010000, "internal server error occurred"));

        var read = await stub.Client.GetPositionsAsync(CancellationToken.None);

        Assert.Equal("GET /v2/positions: HTTP 500 50010000 internal server error occurred", read.Failure);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task WhenLimitIsReached_ReadFailsAtOnceAndSaysHowLongToWait()
    {
        var reset = BrokerStub.Now.AddSeconds(12).ToUnixTimeSeconds();
        await using var stub = await BrokerStub.StartAsync(
            new StubAnswer(429, """{"code":42910000,"message":"too many requests."}""", ("X-RateLimit-Reset", $"{reset}")));

        var read = await stub.Client.GetPositionsAsync(CancellationToken.None);

        Assert.Equal("GET /v2/positions: HTTP 429 42910000 too many requests.; the broker asks to wait 12 s", read.Failure);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task WhenConnectionIsReset_ReadFailsAfterTheSecond()
    {
        await using var server = new RawServer(RawServer.Reset);

        var read = await server.Client.GetPositionsAsync(CancellationToken.None);

        Assert.StartsWith("GET /v2/positions: no answer", read.Failure, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task WhenBodyBreaksOff_ReadFails()
    {
        await using var server = new RawServer(RawServer.Say("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n[]"));

        var read = await server.Client.GetPositionsAsync(CancellationToken.None);

        Assert.StartsWith("GET /v2/positions: HTTP 200, then the answer broke off", read.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenNobodyAnswers_EachOfTwoAttemptsTimesOut()
    {
        await using var server = new RawServer((self, socket) =>
        {
            self.Time.Expire();
            return RawServer.Hang(self, socket);
        });

        var read = await server.Client.GetPositionsAsync(CancellationToken.None);

        Assert.Equal("GET /v2/positions: no answer within 10 s", read.Failure);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task WhenCallerGivesUp_ReadIsCancelled()
    {
        await using var server = new RawServer(RawServer.Hang);
        using var end = new CancellationTokenSource();
        var reading = server.Client.GetPositionsAsync(end.Token);
        await server.FirstRequest;

        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task WhenBrokerRedirects_KeysDoNotFollow()
    {
        await using var elsewhere = new RawServer(RawServer.Reset);
        await using var stub = await BrokerStub.StartAsync(new StubAnswer(307, "", ("Location", elsewhere.Address.ToString())));

        var read = await stub.Client.GetPositionsAsync(CancellationToken.None);

        Assert.Equal("GET /v2/positions: HTTP 307", read.Failure);
        Assert.Equal(0, elsewhere.Requests);
    }

    [Fact]
    public async Task WhenErrorPageShowsTheKeys_FailureDoesNot()
    {
        await using var stub = await BrokerStub.StartAsync((request, _) => new StubAnswer(
            403, $"you sent {request.Headers["APCA-API-KEY-ID"]} and {request.Headers["APCA-API-SECRET-KEY"]}"));

        var read = await stub.Client.GetPositionsAsync(CancellationToken.None);

        Assert.Equal("GET /v2/positions: HTTP 403 you sent *** and ***", read.Failure);
    }
}
