using ExitDesk.Engine.Health;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows;

/// <summary>Keeps the record of recurring runs, and alerts when one fails several times in a row.</summary>
public sealed class RunReports(DeskHealth health, DeskAlerts alerts, TimeProvider time, ILogger<RunReports> logger)
{
    /// <summary>The first failure may be a hiccup; this many in a row are worth an alert, and so is each hour of them.</summary>
    public const int AlarmingFailures = 3;

    private const int RepeatAfter = 60;

    private int _clockIsBridged;

    /// <summary>Runs, and counts a run that ends in an exception as failed, whatever the exception: a bug must not go unseen.</summary>
    /// <param name="kind">What runs.</param>
    /// <param name="run">The work; it reports its own success and its expected failures.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task WatchAsync(RunKind kind, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            await run(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            await FailedAsync(kind, problem.Message, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    public async Task SucceededAsync(RunKind kind, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var failures = health.Of(kind).Failures;
        health.Succeeded(kind, at);
        if (failures >= AlarmingFailures)
        {
            await RaiseAsync(
                $"{kind}:recovered:{at.ToUnixTimeSeconds()}", at, $"<b>{Name(kind)} works again</b> after {failures} failures.", cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task FailedAsync(RunKind kind, string why, CancellationToken cancellationToken)
    {
        var failures = health.Failed(kind, why);
        logger.LogWarning("{Kind} failed, {Failures} in a row: {Why}", kind, failures, why);
        if (failures == AlarmingFailures || failures % RepeatAfter == 0)
        {
            var now = time.GetUtcNow();
            await RaiseAsync(
                $"{kind}:failed:{now.ToUnixTimeSeconds()}",
                now,
                $"<b>{Name(kind)} failed {failures} times in a row</b>\n{Html.Escape(why)}\nIf you do nothing: it is tried again at each tick. {Meanwhile(kind)}",
                cancellationToken,
                repeats: $"{kind}:failed").ConfigureAwait(false);
        }
    }

    /// <summary>Notes how old the newest quote of a sweep was.</summary>
    public void NoteFeed(DateTimeOffset now, IEnumerable<DateTimeOffset> quotedAt)
    {
        if (quotedAt.Select(at => (DateTimeOffset?)at).Max() is { } newest)
        {
            health.QuotesRead(now - newest);
        }
    }

    /// <summary>Tells once that the broker's clock has failed and is bridged, and once that it answers again.</summary>
    public async Task NoteClockAsync(bool isBridged, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _clockIsBridged, isBridged ? 1 : 0) == (isBridged ? 1 : 0))
        {
            return;
        }

        await RaiseAsync(
            $"clock:{(isBridged ? "bridged" : "back")}:{at.ToUnixTimeSeconds()}",
            at,
            isBridged
                ? $"<b>The broker's clock does not answer</b>\nIts last offset stands in for {MarketMoments.Bridge.TotalMinutes:0} minutes.\n"
                    + "If you do nothing: stops go on meanwhile; after that nothing is judged until it answers."
                : "<b>The broker's clock answers again</b>",
            cancellationToken).ConfigureAwait(false);
    }

    private async Task RaiseAsync(string eventId, DateTimeOffset at, string html, CancellationToken cancellationToken, string? repeats = null)
    {
        try
        {
            await alerts.RaiseAsync(eventId, at, html, cancellationToken, repeats).ConfigureAwait(false);
        }
        catch (LedgerUnavailableException problem)
        {
            logger.LogWarning(problem, "The alert {Alert} waits in the ledger", eventId);
        }
    }

    private static string Name(RunKind kind) => kind switch
    {
        RunKind.Sync => "Reading your positions",
        RunKind.Sweep => "Judging the exit rules",
        RunKind.Settlement => "Following up on closes",
    };

    private static string Meanwhile(RunKind kind) => kind switch
    {
        RunKind.Sync => "New positions are not seen; those known already are watched.",
        RunKind.Sweep => "Some or all positions are not watched until it works: please watch them yourself.",
        RunKind.Settlement => "Closes that lost their message wait until it works.",
    };
}
