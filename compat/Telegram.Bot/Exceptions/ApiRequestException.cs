using Telegram.Bot.Types;

namespace Telegram.Bot.Exceptions;

/// <summary>Telegram refused a request; the message is its <c>description</c>.</summary>
public class ApiRequestException : RequestException
{
    public ApiRequestException(string message, int errorCode = 0, ResponseParameters? parameters = null)
        : base(message)
    {
        ErrorCode = errorCode;
        Parameters = parameters;
    }

    /// <summary>400, 401, 403, 404, 409, 429 and the like.</summary>
    public virtual int ErrorCode { get; }

    /// <summary>What may mend the request; null where Telegram does not say.</summary>
    public ResponseParameters? Parameters { get; }
}
