using System.Net;
using Alpaca.Markets;
using Microsoft.AspNetCore.Http;
using Xunit;
using static ExitDesk.Compat.Tests.Alpaca.Markets.ScriptedApi;

namespace ExitDesk.Compat.Tests.Alpaca.Markets;

public sealed class RetryTests
{
    private const string TooMany = """{ "code": 42910000, "message": "rate limit exceeded" }""";

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task WhenAFailureMayPass_TheReadIsTriedAgain(int status)
    {
        await using var api = await StartAsync(Json(TooMany, status), Json(Payloads.Clock));
        using var client = Clients.Trading(api.Address, ThrottleParameters.Default);

        Assert.True((await client.GetClockAsync()).IsOpen);
        Assert.Equal(2, api.Received.Count);
    }

    [Fact]
    public async Task WhenAnErrorAsksToRetryAfter_TheReadIsTriedAgain()
    {
        await using var api = await StartAsync(Json("{}", 500, ("Retry-After", "0")), Json(Payloads.Clock));
        using var client = Clients.Trading(api.Address, ThrottleParameters.Default);

        Assert.True((await client.GetClockAsync()).IsOpen);
    }

    [Fact]
    public async Task WhenAnInternalErrorPasses_OnlyACallerWhoNamedItSeesTheSuccess()
    {
        await using var api = await StartAsync(Json("{}", 500), Json("{}", 500), Json(Payloads.Clock));
        using var byDefault = Clients.Trading(api.Address, ThrottleParameters.Default);
        using var named = Clients.Trading(api.Address, new(1, [], [HttpStatusCode.InternalServerError]));

        await Assert.ThrowsAsync<RestClientErrorException>(() => byDefault.GetClockAsync());
        Assert.True((await named.GetClockAsync()).IsOpen);
    }

    [Fact]
    public async Task WhenRetriesRunOut_TheLastRefusalIsTold()
    {
        await using var api = await StartAsync(Json(TooMany, 429));
        using var client = Clients.Trading(api.Address, new(1, [], [HttpStatusCode.TooManyRequests]));

        var exception = await Assert.ThrowsAsync<RestClientErrorException>(() => client.GetClockAsync());

        Assert.Equal(HttpStatusCode.TooManyRequests, exception.HttpStatusCode);
        Assert.Equal(42910000, exception.ErrorCode);
        Assert.Equal(2, api.Received.Count);
    }

    [Fact]
    public async Task WhenNobodyAnswersInTime_TheReadTimesOutAndIsNotTriedAgain()
    {
        await using var api = await StartAsync(NeverAnswer);
        using var client = Clients.Trading(
            api.Address, new(5, [], [HttpStatusCode.TooManyRequests]) { Timeout = TimeSpan.FromMilliseconds(200) });

        await Assert.ThrowsAsync<TimeoutException>(() => client.GetClockAsync());
        Assert.Single(api.Received);
    }

    [Fact]
    public async Task WhenTheCallerGivesUp_TheReadIsCancelled()
    {
        using var source = new CancellationTokenSource();
        await using var api = await StartAsync(async context =>
        {
            await source.CancelAsync();
            await NeverAnswer(context);
        });
        using var client = Clients.Trading(api.Address, ThrottleParameters.Default);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetClockAsync(source.Token));
    }

    [Fact]
    public async Task WhenTheCallerGivesUpBetweenAttempts_NothingMoreIsSent()
    {
        using var source = new CancellationTokenSource();
        await using var api = await StartAsync(async context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "1";
            context.Response.OnCompleted(source.CancelAsync);
            await context.Response.CompleteAsync();
        });
        using var client = Clients.Trading(api.Address, ThrottleParameters.Default);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetClockAsync(source.Token));
        Assert.Single(api.Received);
    }

    private static async Task NeverAnswer(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using (context.RequestAborted.Register(gone.SetResult))
        {
            await gone.Task;
        }
    }
}
