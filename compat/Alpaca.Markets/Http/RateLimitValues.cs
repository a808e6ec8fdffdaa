using System.Globalization;
using System.Net.Http.Headers;

namespace Alpaca.Markets;

internal sealed record RateLimitValues(int Limit, int Remaining, DateTime ResetTimeUtc) : IRateLimitValues
{
    public static RateLimitValues Unknown { get; } = new(0, 0, default);

    /// <summary>Null when the answer does not carry all three headers.</summary>
    public static RateLimitValues? From(HttpResponseHeaders headers) =>
        Number(headers, "X-RateLimit-Limit") is { } limit
        && Number(headers, "X-RateLimit-Remaining") is { } remaining
        && Number(headers, "X-RateLimit-Reset") is { } reset
            ? new RateLimitValues(limit, remaining, DateTime.UnixEpoch.AddSeconds(reset))
            : null;

    private static int? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
