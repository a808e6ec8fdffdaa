using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>What can go wrong between a client and the broker.</summary>
internal sealed class WireFaults(FaultPlan faults, MarketPause pause, AlpacaOptions options)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly Refusal GatewayTimeout = new(504, 50410000, "gateway timeout");
    private static readonly Refusal InternalError = new(500, 50010000, "internal server error occurred");

    public async Task PassAsync(HttpContext context, RateAnswer rate, RequestDelegate next)
    {
        if (JudgeRate(context, rate) is { } limited)
        {
            await Answers.Refused(limited).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        var reads = HttpMethods.IsGet(context.Request.Method);
        var early = reads ? JudgeRead(context.Request.Path) : JudgeBeforeAccept(context);
        if (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        if (early is not null)
        {
            await Answers.Refused(early).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        await AnswerAsync(context, next, reads).ConfigureAwait(false);
    }

    private Refusal? JudgeRate(HttpContext context, RateAnswer rate)
    {
        if (faults.Hits(Fault.RateLimited, 0.01))
        {
            (rate with { Remaining = 0 }).Write(context.Response.Headers, options.ClientsTime);
            return Answers.TooManyRequests;
        }

        // Rarer: who is told nothing keeps away for a minute of its own clock, which may be an hour of a market in a hurry.
        if (!faults.Hits(Fault.RateLimitedWithoutHeaders, 0.001))
        {
            return null;
        }

        context.Response.Headers.Clear();
        return Answers.TooManyRequests;
    }

    private Refusal? JudgeRead(PathString path)
    {
        var fails = path.StartsWithSegments("/v2/clock", StringComparison.Ordinal)
            ? faults.Hits(Fault.ClockFails, 0.05)
            : faults.Hits(Fault.ReadFails, 0.02);
        return fails ? InternalError : null;
    }

    private Refusal? JudgeBeforeAccept(HttpContext context)
    {
        if (faults.Hits(Fault.ResetBeforeAccept, 0.05))
        {
            context.Abort();
            return null;
        }

        return faults.Hits(Fault.GatewayTimeoutBeforeAccept, 0.05) ? GatewayTimeout : null;
    }

    /// <summary>Lets the call take effect, then decides what the client gets to hear of it.</summary>
    private async Task AnswerAsync(HttpContext context, RequestDelegate next, bool reads)
    {
        var wire = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        await next(context).ConfigureAwait(false);
        context.Response.Body = wire;
        options.Tap.Pass();

        var accepted = !reads && context.Response.StatusCode is >= 200 and < 300;
        if (accepted && faults.Hits(Fault.ResetAfterAccept, 0.05))
        {
            context.Abort();
            return;
        }

        if (accepted && faults.Hits(Fault.GatewayTimeoutAfterAccept, 0.05))
        {
            context.Response.Headers.ContentLength = null;
            await Answers.Refused(GatewayTimeout).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        if (faults.Hits(Fault.Hang, 0.002))
        {
            await pause.WaitAsync(Silence, context.RequestAborted).ConfigureAwait(false);
        }

        await WriteAsync(context, buffer, reads).ConfigureAwait(false);
    }

    private async Task WriteAsync(HttpContext context, MemoryStream buffer, bool reads)
    {
        var length = (int)buffer.Length;
        if (reads && context.Response.StatusCode == 200 && length > 2 && faults.Hits(Fault.TruncatedJson, 0.01))
        {
            length /= 2;
        }

        if (length > 0)
        {
            context.Response.ContentLength = length;
            await context.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, length), context.RequestAborted)
                .ConfigureAwait(false);
        }
    }
}
