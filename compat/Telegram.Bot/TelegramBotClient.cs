using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace Telegram.Bot;

/// <summary>Client of the Telegram Bot API over HTTPS. Safe for concurrent use.</summary>
/// <remarks>The address of every request holds the bot token, so no message of an exception quotes an address.</remarks>
public class TelegramBotClient : ITelegramBotClient
{
    private readonly TelegramBotClientOptions _options;
    private readonly HttpClient _httpClient;

    /// <param name="options">Token, server and retry limits.</param>
    /// <param name="httpClient">The client to send with; null makes one. It is not disposed here.</param>
    /// <param name="cancellationToken">Ends every request of this client.</param>
    public TelegramBotClient(
        TelegramBotClientOptions options, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _httpClient = httpClient
            ?? new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(3) });
        GlobalCancelToken = cancellationToken;
    }

    public CancellationToken GlobalCancelToken { get; }

    public long BotId => _options.BotId;

    public TimeSpan Timeout
    {
        get => _httpClient.Timeout;
        set => _httpClient.Timeout = value;
    }

    public virtual async Task<TResponse> SendRequest<TResponse>(
        IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(GlobalCancelToken, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            using var response = await SendOnce(request, either.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                var answer = await Read<ApiResponse<TResponse>>(response, either.Token).ConfigureAwait(false);
                return answer is { Ok: true, Result: { } result } ? result : throw Unreadable(response.StatusCode);
            }

            var refusal = await Read<ApiResponse<JsonElement?>>(response, either.Token).ConfigureAwait(false);
            if (refusal is { ErrorCode: 0 } or { Description: null })
            {
                throw Unreadable(response.StatusCode);
            }

            if (refusal.ErrorCode != 429 || attempt >= _options.RetryCount || _options.RetryThreshold <= 0
                || refusal.Parameters?.RetryAfter is not { } seconds || seconds > _options.RetryThreshold)
            {
                throw new ApiRequestException(refusal.Description, refusal.ErrorCode, refusal.Parameters)
                {
                    HttpStatusCode = response.StatusCode,
                };
            }

            await Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, either.Token).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> SendOnce<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.HttpMethod, $"{_options.BaseRequestUrl}/{request.MethodName}")
        {
            Content = request.ToHttpContent(),
        };
        try
        {
            return await _httpClient.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (TaskCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RequestException("Bot API Request timed out", Harmless(exception));
        }
        catch (HttpRequestException exception)
        {
            var reason = Harmless(exception)?.Message ?? "(the reason quotes the bot token and is not shown)";
            throw new RequestException($"Bot API Service Failure: {exception.GetType().Name}: {reason}", Harmless(exception));
        }
    }

    private async Task<T> Read<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(JsonBotAPI.Options, cancellationToken).ConfigureAwait(false)
                ?? throw Unreadable(response.StatusCode);
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException or IOException or InvalidOperationException)
        {
            throw new RequestException(
                "There was an exception during deserialization of the response", response.StatusCode, Harmless(exception));
        }
    }

    private static RequestException Unreadable(HttpStatusCode status) => new("Required properties not found in response", status);

    /// <summary>Handlers below the client may quote the request's address, and with it the token.</summary>
    private Exception? Harmless(Exception exception) =>
        exception.ToString().Contains(_options.Token, StringComparison.Ordinal) ? null : exception;
}
