using System.Net;
using System.Text.Json;

namespace Alpaca.Markets;

/// <summary>The API refused a request. Its text is the API's own, or the status line's when the API gave none.</summary>
public sealed class RestClientErrorException : Exception
{
    public RestClientErrorException()
    {
    }

    public RestClientErrorException(string message)
        : base(message)
    {
    }

    public RestClientErrorException(string message, Exception inner)
        : base(message, inner)
    {
    }

    private RestClientErrorException(HttpStatusCode status, string message, ErrorBody? error)
        : base(message)
    {
        HttpStatusCode = status;
        ErrorCode = error?.Code ?? (int)status;
        ErrorInformation = error;
    }

    /// <summary>Alpaca's code, for instance 40010001, or the HTTP status where the answer has none.</summary>
    /// <remarks>0 when the answer was a success that could not be read.</remarks>
    public int ErrorCode { get; }

    /// <summary>Null when the answer was a success that could not be read.</summary>
    public HttpStatusCode? HttpStatusCode { get; }

    /// <summary>Null when the answer was not one of Alpaca's error objects.</summary>
    public IErrorInformation? ErrorInformation { get; }

    internal static RestClientErrorException From(HttpResponseMessage response, ReadOnlySpan<byte> body) =>
        Read(body) is { Message: { Length: > 0 } message } error
            ? new RestClientErrorException(response.StatusCode, message, error)
            : new RestClientErrorException(response.StatusCode, response.ReasonPhrase ?? "", null);

    private static ErrorBody? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonSerializer.Deserialize<ErrorBody>(body, WireJson.Options);
        }
        catch (JsonException)
        {
            // A proxy's page, or an answer cut short: the status says all that is known.
            return null;
        }
    }
}
