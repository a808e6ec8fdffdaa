using System.Net;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Xunit;

namespace ExitDesk.Compat.Tests.TelegramBot;

public sealed class BotErrorTests
{
    private const string Token = "7001:AAtop-secret_value";
    private const string TooMany =
        """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 0","parameters":{"retry_after":0}}""";
    private const string Done = """{"ok":true,"result":true}""";

    [Fact]
    public async Task WhenTelegramRefuses_CodeReasonAndParametersComeThrough()
    {
        var exception = await Assert.ThrowsAsync<ApiRequestException>(() => Ask(
            0,
            (HttpStatusCode.TooManyRequests, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 17","parameters":{"retry_after":17}}""")));

        Assert.Equal((429, 17), (exception.ErrorCode, exception.Parameters?.RetryAfter));
        Assert.Equal("Too Many Requests: retry after 17", exception.Message);
    }

    [Fact]
    public async Task WhenTheGroupMoved_ItsNewIdComesThrough()
    {
        var exception = await Assert.ThrowsAsync<ApiRequestException>(() => Ask(
            0,
            (HttpStatusCode.BadRequest, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded","parameters":{"migrate_to_chat_id":-100555}}""")));

        Assert.Equal(-100555, exception.Parameters?.MigrateToChatId);
    }

    [Fact]
    public async Task WhenThresholdIsZero_A429IsNotSentAgain()
    {
        using var handler = new RecordingHandler((HttpStatusCode.TooManyRequests, TooMany), (HttpStatusCode.OK, Done));

        await Assert.ThrowsAsync<ApiRequestException>(() => Ask(handler, 0));

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task WhenWaitIsWithinThreshold_ThePressIsAnsweredAtTheSecondRequest()
    {
        using var handler = new RecordingHandler((HttpStatusCode.TooManyRequests, TooMany), (HttpStatusCode.OK, Done));

        await Ask(handler, 60);

        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task WhenEvery429IsWaitedOut_RetryCountEndsIt()
    {
        using var handler = new RecordingHandler((HttpStatusCode.TooManyRequests, TooMany));

        await Assert.ThrowsAsync<ApiRequestException>(() => Ask(handler, 60));

        Assert.Equal(3, handler.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, "<html>502</html>")]
    [InlineData(HttpStatusCode.OK, "{\"ok\":true,\"res")]
    [InlineData(HttpStatusCode.InternalServerError, "{}")]
    public async Task WhenTheAnswerIsNotTheBotApis_ItIsARequestExceptionWithItsStatus(HttpStatusCode status, string body)
    {
        var exception = await Assert.ThrowsAsync<RequestException>(() => Ask(0, (status, body)));

        Assert.Equal(status, exception.HttpStatusCode);
    }

    [Fact]
    public async Task WhenTheServerIsSilent_ATimeoutIsARequestException()
    {
        using var handler = new ThrowingHandler(_ => new TaskCanceledException("timed out"));
        using var http = new HttpClient(handler);

        await Assert.ThrowsAsync<RequestException>(() => Client(http, 0).GetMe());
    }

    [Fact]
    public async Task WhenTheCallerCancels_ItIsACancellation()
    {
        using var handler = new RecordingHandler((HttpStatusCode.OK, Done));
        using var http = new HttpClient(handler);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(http, 0).GetMe(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task WhenNobodyListens_TheExceptionDoesNotQuoteTheToken()
    {
        using var http = new HttpClient();
        var bot = new TelegramBotClient(new TelegramBotClientOptions(Token, "http://127.0.0.1:1"), http);

        var exception = await Assert.ThrowsAsync<RequestException>(() => bot.GetMe());

        Assert.DoesNotContain("top-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTelegramRefuses_TheExceptionDoesNotQuoteTheToken()
    {
        var exception = await Assert.ThrowsAsync<ApiRequestException>(() => Ask(
            0, (HttpStatusCode.Unauthorized, """{"ok":false,"error_code":401,"description":"Unauthorized"}""")));

        Assert.DoesNotContain("top-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("top-secret-without-colon")]
    [InlineData("abc:top-secret")]
    [InlineData(":top-secret")]
    public void WhenTheTokenIsMalformed_TheErrorDoesNotQuoteIt(string token)
    {
        var exception = Assert.Throws<ArgumentException>(() => new TelegramBotClientOptions(token));

        Assert.DoesNotContain("top-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhenTheClientIsPrinted_TheTokenIsNotInIt()
    {
        var options = new TelegramBotClientOptions(Token);
        using var http = new HttpClient();

        Assert.DoesNotContain("top-secret", $"{options} {new TelegramBotClient(options, http)}", StringComparison.Ordinal);
    }

    private static async Task Ask(int retryThreshold, params (HttpStatusCode Status, string Body)[] answers)
    {
        using var handler = new RecordingHandler(answers);
        await Ask(handler, retryThreshold);
    }

    private static async Task Ask(RecordingHandler handler, int retryThreshold)
    {
        using var http = new HttpClient(handler, disposeHandler: false);
        await Client(http, retryThreshold).AnswerCallbackQuery("1");
    }

    private static TelegramBotClient Client(HttpClient http, int retryThreshold) =>
        new(new TelegramBotClientOptions(Token) { RetryThreshold = retryThreshold }, http);
}
