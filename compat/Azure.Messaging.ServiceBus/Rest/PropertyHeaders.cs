using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Application properties as HTTP headers, one each: text in quotes, numbers and booleans bare.</summary>
/// <remarks>
/// https://learn.microsoft.com/rest/api/servicebus/message-headers-and-properties (read 2026-11). Text is a JSON string in
/// ASCII, so that any character passes.
/// </remarks>
internal static class PropertyHeaders
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // What HTTP, the service's front end and tracing add to a response or a request by themselves.
    private static readonly HashSet<string> NotProperties = new(StringComparer.OrdinalIgnoreCase)
    {
        BrokerProperties.HeaderName, "Accept", "Authorization", "Cache-Control", "Connection", "Content-Encoding", "Content-Length",
        "Content-Type", "Date", "ETag", "Expect", "Expires", "Host", "Keep-Alive", "Location", "Pragma", "Retry-After", "Server",
        "Strict-Transport-Security", "Transfer-Encoding", "User-Agent", "Vary", "Via", "traceparent", "tracestate", "Request-Id",
        "X-Content-Type-Options", "X-Frame-Options", "X-Powered-By",
    };

    public static void Write(Request request, IDictionary<string, object> properties)
    {
        foreach (var (name, value) in properties)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenCharacters) || !IsProperty(name))
            {
                throw new ArgumentException(
                    $"Application property '{name}' cannot be sent over REST: use an HTTP token that HTTP itself does not use.");
            }

            request.Headers.SetValue(name, Format(name, value));
        }
    }

    public static Dictionary<string, object> Read(ResponseHeaders headers) =>
        headers.Where(header => IsProperty(header.Name))
            .ToDictionary(header => header.Name, header => Parse(header.Value), StringComparer.OrdinalIgnoreCase);

    private static bool IsProperty(string name) =>
        !NotProperties.Contains(name) && !name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase);

    private static string Format(string name, object value) => value switch
    {
        string text => JsonSerializer.Serialize(text),
        bool flag => flag ? "true" : "false",
        int or long or double or decimal => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        DateTimeOffset instant => JsonSerializer.Serialize(instant.UtcDateTime.ToString("R", CultureInfo.InvariantCulture)),
        DateTime instant => JsonSerializer.Serialize(instant.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture)),
        Guid or TimeSpan => JsonSerializer.Serialize(Convert.ToString(value, CultureInfo.InvariantCulture)),
        null => throw new ArgumentException($"Application property '{name}' is null: leave it out."),
        _ => throw new ArgumentException($"Application property '{name}' is a {value.GetType().Name}, which cannot be sent over REST."),
    };

    private static object Parse(string value)
    {
        if (value.StartsWith('"'))
        {
            return Unquoted(value);
        }

        if (bool.TryParse(value, out var flag))
        {
            return flag;
        }

        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : value;
    }

    private static string Unquoted(string value)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(value) ?? value;
        }
        catch (JsonException)
        {
            // Another sender's quoting: what stands between the quotes is the best reading.
            return value.Trim('"');
        }
    }
}
