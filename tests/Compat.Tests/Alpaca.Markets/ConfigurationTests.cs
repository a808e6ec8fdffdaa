using Alpaca.Markets;
using Xunit;
using static ExitDesk.Compat.Tests.Alpaca.Markets.ScriptedApi;

namespace ExitDesk.Compat.Tests.Alpaca.Markets;

public sealed class ConfigurationTests
{
    [Fact]
    public void WhenNothingIsSet_PaperAndLiveDifferOnlyInTheTradingHost()
    {
        Assert.Equal("https://paper-api.alpaca.markets/", Environments.Paper.AlpacaTradingApi.AbsoluteUri);
        Assert.Equal("https://api.alpaca.markets/", Environments.Live.AlpacaTradingApi.AbsoluteUri);
        Assert.Equal("https://data.alpaca.markets/", Environments.Paper.AlpacaDataApi.AbsoluteUri);
        Assert.Equal(Environments.Paper.AlpacaDataApi, Environments.Live.AlpacaDataApi);
        Assert.Equal(Environments.Live.AlpacaTradingApi, new AlpacaTradingClientConfiguration().ApiEndpoint);
        Assert.Equal(5u, ThrottleParameters.Default.MaxRetryAttempts);
    }

    [Fact]
    public async Task WhenARequestIsSent_TheKeyIsInItsHeadersAndNowhereElse()
    {
        await using var api = await StartAsync(Json("""{ "snapshots": {} }"""));
        using var client = Clients.Options(api.Address);

        await client.ListSnapshotsAsync(new OptionSnapshotRequest(["SPY261218C00600000"]));

        var request = Assert.Single(api.Received);
        Assert.Equal(Clients.KeyId, request.Headers["APCA-API-KEY-ID"]);
        Assert.Equal(Clients.Secret, request.Headers["APCA-API-SECRET-KEY"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
        Assert.DoesNotContain(request.Query.Values, value => value.Contains(Clients.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenTheCallerBringsAnHttpClient_RequestsGoThroughIt()
    {
        await using var api = await StartAsync(Json("{}", 503), Json(Payloads.Clock));
        var seen = new List<string>();
        using var http = new HttpClient(new Witness(seen));
        var configuration = Environments.Paper.GetAlpacaTradingClientConfiguration(new SecretKey(Clients.KeyId, Clients.Secret));
        configuration.ApiEndpoint = api.Address;
        configuration.HttpClient = http;
        using var client = configuration.GetClient();

        await Assert.ThrowsAsync<RestClientErrorException>(() => client.GetClockAsync());
        Assert.True((await client.GetClockAsync()).IsOpen);

        Assert.Equal(["/v2/clock", "/v2/clock"], seen);
        Assert.Equal(Clients.KeyId, api.Received[0].Headers["APCA-API-KEY-ID"]);
    }

    [Fact]
    public async Task WhenTheCallersHttpClientWrapsTheRetryHandler_ReadsAreTriedAgain()
    {
        await using var api = await StartAsync(Json("{}", 503), Json(Payloads.Clock));
        using var http = new HttpClient(ThrottleParameters.Default.GetMessageHandler());
        var configuration = Environments.Paper.GetAlpacaTradingClientConfiguration(new SecretKey(Clients.KeyId, Clients.Secret));
        configuration.ApiEndpoint = api.Address;
        configuration.HttpClient = http;
        using var client = configuration.GetClient();

        Assert.True((await client.GetClockAsync()).IsOpen);
        Assert.Equal(2, api.Received.Count);
    }

    [Fact]
    public async Task WhenAnAnswerTellsTheBudget_TheClientRemembersIt()
    {
        await using var api = await StartAsync(Json(
            Payloads.Clock,
            headers: [("X-RateLimit-Limit", "200"), ("X-RateLimit-Remaining", "197"), ("X-RateLimit-Reset", "1795185060")]));
        using var client = Clients.Trading(api.Address);

        await client.GetClockAsync();

        var values = client.GetRateLimitValues();
        Assert.Equal(200, values.Limit);
        Assert.Equal(197, values.Remaining);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1795185060), values.ResetTimeUtc);
    }

    [Fact]
    public void WhenAKeyIsMissing_TheConstructorRefuses()
    {
        Assert.ThrowsAny<ArgumentException>(() => new SecretKey(null!, "secret"));
        Assert.Throws<ArgumentNullException>(() => Environments.Paper.GetAlpacaTradingClient(null!));
    }

    private sealed class Witness(List<string> seen) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
