using System.IO.Compression;
using System.Net;
using System.Text;
using Alpaca.Markets;
using Microsoft.AspNetCore.Http;
using Xunit;
using static ExitDesk.Compat.Tests.Alpaca.Markets.ScriptedApi;

namespace ExitDesk.Compat.Tests.Alpaca.Markets;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(401, """{ "code": 40110000, "message": "request is not authorized" }""", 40110000, "request is not authorized")]
    [InlineData(403, """{ "message": "forbidden." }""", 403, "forbidden.")]
    [InlineData(422, """{ "code": 42210000, "message": "bad", "symbol": "SPY" }""", 42210000, "bad")]
    public async Task WhenTheApiRefuses_ItsCodeAndTextAreTold(int status, string body, int code, string message)
    {
        await using var api = await StartAsync(Json(body, status));
        using var client = Clients.Trading(api.Address);

        var exception = await Assert.ThrowsAsync<RestClientErrorException>(() => client.GetAccountAsync());

        Assert.Equal((HttpStatusCode)status, exception.HttpStatusCode);
        Assert.Equal(code, exception.ErrorCode);
        Assert.Equal(message, exception.Message);
        Assert.NotNull(exception.ErrorInformation);
        Failures.AssertSilent(exception);
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("""{ "code": 500""")]
    [InlineData("")]
    public async Task WhenARefusalIsNotAlpacasJson_TheStatusIsTold(string body)
    {
        await using var api = await StartAsync(Json(body, 500));
        using var client = Clients.Trading(api.Address);

        var exception = await Assert.ThrowsAsync<RestClientErrorException>(() => client.GetClockAsync());

        Assert.Equal(HttpStatusCode.InternalServerError, exception.HttpStatusCode);
        Assert.Equal(500, exception.ErrorCode);
        Assert.Null(exception.ErrorInformation);
    }

    [Fact]
    public async Task WhenAnAnswerIsCutShortWithinItsJson_TheReadFails()
    {
        await using var api = await StartAsync(Json(Payloads.Clock[..60]));
        using var client = Clients.Trading(api.Address);

        Failures.AssertJson(await Assert.ThrowsAnyAsync<Exception>(() => client.GetClockAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task WhenASuccessIsEmpty_TheReadFails(string body)
    {
        await using var api = await StartAsync(Json(body));
        using var client = Clients.Trading(api.Address);

        var exception = await Assert.ThrowsAsync<RestClientErrorException>(() => client.GetClockAsync());

        Assert.Null(exception.HttpStatusCode);
    }

    [Fact]
    public async Task WhenAnAnswerIsCompressed_ItIsRead()
    {
        await using var api = await StartAsync(async context =>
        {
            Assert.Contains("gzip", context.Request.Headers.AcceptEncoding.ToString(), StringComparison.Ordinal);
            context.Response.Headers.ContentEncoding = "gzip";
            await using var zip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await zip.WriteAsync(Encoding.UTF8.GetBytes(Payloads.Clock));
        });
        using var client = Clients.Trading(api.Address);

        Assert.True((await client.GetClockAsync()).IsOpen);
    }

    [Fact]
    public async Task WhenNobodyListens_TheFailureSaysNothingOfTheKey()
    {
        Uri address;
        await using (var api = await StartAsync(Json("{}")))
        {
            address = api.Address;
        }

        using var client = Clients.Trading(address);

        Failures.AssertSilent(await Assert.ThrowsAsync<HttpRequestException>(() => client.GetClockAsync()));
    }

    [Fact]
    public async Task WhenTheConnectionBreaksWithinTheBody_TheReadFails()
    {
        await using var api = await StartAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{ \"timestamp\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var client = Clients.Trading(api.Address);

        Failures.AssertSilent(await Assert.ThrowsAnyAsync<Exception>(() => client.GetClockAsync()));
    }

    [Fact]
    public void WhenASecretHoldsALineBreak_TheFailureDoesNotQuoteIt()
    {
        var configuration = Environments.Paper.GetAlpacaTradingClientConfiguration(
            new SecretKey(Clients.KeyId, Clients.Secret + "\r\nX: y"));

        Failures.AssertSilent(Assert.Throws<FormatException>(() => configuration.GetClient()));
    }
}
