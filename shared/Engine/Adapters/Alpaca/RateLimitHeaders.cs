using System.Globalization;
using System.Net.Http.Headers;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads what an answer says about the call limit. Values that make no sense count as not said.</summary>
internal static class RateLimitHeaders
{
    // The limit is per minute: a longer wait comes from clocks that disagree.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static int? Remaining(HttpResponseHeaders headers) => Count(headers, "X-RateLimit-Remaining");

    public static int? Limit(HttpResponseHeaders headers) => Count(headers, "X-RateLimit-Limit");

    /// <summary>When the window ends, UTC: <c>X-RateLimit-Reset</c> is in unix seconds.</summary>
    public static DateTimeOffset? ResetsAt(HttpResponseHeaders headers) =>
        Number(headers, "X-RateLimit-Reset") is { } seconds && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>How long to wait after a 429, from zero to one minute; null if the answer does not say.</summary>
    public static TimeSpan? Wait(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var until = ResetsAt(headers) ?? headers.RetryAfter?.Date;
        var wait = until is { } end ? end - now : headers.RetryAfter?.Delta;
        return wait is { } span ? TimeSpan.FromTicks(Math.Clamp(span.Ticks, 0, Window.Ticks)) : null;
    }

    private static int? Count(HttpResponseHeaders headers, string name) =>
        Number(headers, name) is { } number and <= int.MaxValue ? (int)number : null;

    private static long? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
