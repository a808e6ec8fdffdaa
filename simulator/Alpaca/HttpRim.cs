using System.Globalization;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>What each call passes before it reaches a route: request id, count, keys, rate limit, faults.</summary>
internal sealed class HttpRim(AlpacaDesk desk, AlpacaOptions options, CallCounter calls, MarketPause pause)
{
    private readonly RateBucket _trading = new(options.TradingCallsPerMinute);
    private readonly RateBucket _data = new(options.DataCallsPerMinute);
    private readonly WireFaults _faults = new(desk.Faults, pause, options);
    private int _requests;

    public void Guard(WebApplication application) => application.Use((context, next) => PassAsync(context, next));

    private async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        options.Tap.Pass();
        var response = context.Response;
        response.Headers["X-Request-ID"] =
            Interlocked.Increment(ref _requests).ToString("x32", CultureInfo.InvariantCulture);
        var now = desk.Clock.Now;
        var template = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var isData = IsData(context.Request.Path);
        calls.Count($"{context.Request.Method} {template ?? "(unknown)"}", !isData, now);

        if (JudgeKeys(context.Request.Headers) is { } refusal)
        {
            await Answers.Refused(refusal).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        var rate = (isData ? _data : _trading).Take(now);
        rate.Write(response.Headers, options.ClientsTime);
        if (!rate.Granted)
        {
            await Answers.Refused(Answers.TooManyRequests).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        await _faults.PassAsync(context, rate, inner => RouteAsync(inner, next)).ConfigureAwait(false);
    }

    private static async Task RouteAsync(HttpContext context, RequestDelegate next)
    {
        await next(context).ConfigureAwait(false);
        if (context.Response is { HasStarted: false, ContentType: null, StatusCode: 404 or 405 } response)
        {
            var message = response.StatusCode == 404 ? "endpoint not found." : "method not allowed.";
            var refusal = new Refusal(response.StatusCode, (response.StatusCode * 100_000) + 10_000, message);
            await Answers.Refused(refusal).ExecuteAsync(context).ConfigureAwait(false);
        }
    }

    private static bool IsData(PathString path) =>
        path.StartsWithSegments("/v1", StringComparison.Ordinal)
        || path.StartsWithSegments("/v1beta1", StringComparison.Ordinal)
        || path.StartsWithSegments("/v2/stocks", StringComparison.Ordinal);

    private Refusal? JudgeKeys(IHeaderDictionary headers)
    {
        string? keyId = headers["APCA-API-KEY-ID"];
        string? secret = headers["APCA-API-SECRET-KEY"];
        if (string.IsNullOrEmpty(keyId) || string.IsNullOrEmpty(secret))
        {
            return new Refusal(401, 40110000, "request is not authorized: send APCA-API-KEY-ID and APCA-API-SECRET-KEY");
        }

        return keyId == options.KeyId && secret == options.SecretKey ? null : new Refusal(403, 40310000, "forbidden.");
    }
}
