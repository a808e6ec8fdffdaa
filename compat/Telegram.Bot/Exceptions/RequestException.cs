using System.Net;

namespace Telegram.Bot.Exceptions;

/// <summary>A request got no answer, or one that cannot be read. Its text never holds the bot token.</summary>
public class RequestException : Exception
{
    public RequestException(string message)
        : base(message)
    {
    }

    public RequestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public RequestException(string message, HttpStatusCode httpStatusCode, Exception? innerException = null)
        : base(message, innerException) => HttpStatusCode = httpStatusCode;

    /// <summary>Null when there was no answer at all.</summary>
    public HttpStatusCode? HttpStatusCode { get; init; }
}
