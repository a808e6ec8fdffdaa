using Telegram.Bot.Requests;

namespace Telegram.Bot;

/// <summary>A client of the Telegram Bot API; the methods of the API are extension methods of it.</summary>
public interface ITelegramBotClient
{
    /// <summary>The number before the colon of the bot token, which is also the bot's user id.</summary>
    long BotId { get; }

    /// <summary>Time after which a request fails with a <see cref="Exceptions.RequestException"/>.</summary>
    TimeSpan Timeout { get; set; }

    /// <summary>Sends one request and returns the <c>result</c> of the answer.</summary>
    /// <exception cref="Exceptions.ApiRequestException">Telegram refused the request.</exception>
    /// <exception cref="Exceptions.RequestException">No answer, or one that cannot be read.</exception>
    Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);
}
