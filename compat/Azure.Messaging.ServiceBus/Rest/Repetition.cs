using Azure.Core;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Which failures of a call may be answered by making it again.</summary>
internal sealed class Repetition : ResponseClassifier
{
    private readonly bool _afterUnknownOutcome;

    private Repetition(bool afterUnknownOutcome)
    {
        _afterUnknownOutcome = afterUnknownOutcome;
    }

    /// <summary>Twice is as good as once.</summary>
    public static Repetition Safe { get; } = new(afterUnknownOutcome: true);

    /// <summary>Only after 429, which says that nothing was done.</summary>
    public static Repetition WhenRefused { get; } = new(afterUnknownOutcome: false);

    public override bool IsRetriableResponse(HttpMessage message) => _afterUnknownOutcome
        ? message.Response.Status is 408 or 429 or 500 or 502 or 503 or 504
        : message.Response.Status is 429;

    public override bool IsRetriableException(Exception exception) =>
        _afterUnknownOutcome && base.IsRetriableException(exception);

    public override bool IsRetriable(HttpMessage message, Exception exception) =>
        _afterUnknownOutcome && base.IsRetriable(message, exception);

    public override bool IsErrorResponse(HttpMessage message) => message.Response.Status is < 200 or > 299;
}
