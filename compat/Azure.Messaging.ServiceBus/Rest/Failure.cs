using System.Net;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Turns what went wrong on the wire into the exceptions of the official client.</summary>
/// <remarks>Status codes: the pages of each operation under https://learn.microsoft.com/rest/api/servicebus (read 2026-11).</remarks>
internal static class Failure
{
    private const int LongestQuotedReason = 200;

    /// <summary>What an answer outside 2xx means.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="entity">The queue.</param>
    /// <param name="settlement">Whether the call concerns a lock rather than a queue.</param>
    public static Exception Of(Response response, string entity, bool settlement)
    {
        var said = $"Service Bus answered {response.Status} {Reason(response)}".TrimEnd();
        if (response.Status == (int)HttpStatusCode.Unauthorized)
        {
            return new UnauthorizedAccessException(
                $"{said} for '{entity}': check the key or the token, its rights and the clock.");
        }

        // 403 is documented for sending only, as a full queue or a message too large.
        return new ServiceBusException(said, response.Status switch
        {
            403 => ServiceBusFailureReason.QuotaExceeded,
            404 or 410 when settlement => ServiceBusFailureReason.MessageLockLost,
            404 or 410 => ServiceBusFailureReason.MessagingEntityNotFound,
            408 or 504 => ServiceBusFailureReason.ServiceTimeout,
            413 => ServiceBusFailureReason.MessageSizeExceeded,
            429 or 500 or 502 or 503 => ServiceBusFailureReason.ServiceBusy,
            _ => ServiceBusFailureReason.GeneralError,
        }, entity);
    }

    /// <summary>What a call without an answer means; null if the exception is not the wire's doing.</summary>
    public static Exception? Of(Exception exception, string entity) => exception switch
    {
        OperationCanceledException => new ServiceBusException(
            "No answer from Service Bus in time.", ServiceBusFailureReason.ServiceTimeout, entity, exception),
        RequestFailedException or IOException or AggregateException => new ServiceBusException(
            "Service Bus cannot be reached, or the connection broke.",
            ServiceBusFailureReason.ServiceCommunicationProblem,
            entity,
            exception),
        _ => null,
    };

    /// <summary>The status line's words, and of the body the start: it is XML or text with a tracking id.</summary>
    private static string Reason(Response response)
    {
        var body = response.ContentStream is MemoryStream ? response.Content.ToString() : string.Empty;
        return body.Length == 0 ? response.ReasonPhrase
            : body.Length <= LongestQuotedReason ? $"{response.ReasonPhrase}: {body}"
            : $"{response.ReasonPhrase}: {body[..LongestQuotedReason]}…";
    }
}
