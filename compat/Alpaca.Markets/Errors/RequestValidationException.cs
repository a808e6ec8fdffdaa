namespace Alpaca.Markets;

/// <summary>A request that cannot be sent: nothing reached the API.</summary>
public sealed class RequestValidationException : Exception
{
    public RequestValidationException()
    {
    }

    public RequestValidationException(string message)
        : base(message)
    {
    }

    public RequestValidationException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public RequestValidationException(string message, string propertyName)
        : base(message) => PropertyName = propertyName;

    /// <summary>The request's property at fault.</summary>
    public string PropertyName { get; } = "";
}
