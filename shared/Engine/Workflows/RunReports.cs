using ExitDesk.Engine.Health;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows;

/// <summary>Keeps the record of recurring runs, and alerts when one fails several times in a row.</summary>
public sealed class RunReports(DeskHealth health, DeskAlerts alerts, TimeProvider time, ILogger<RunReports> logger)
{
    /// <summary>The first failure may be a hiccup; this many in a row are worth an alert, and so is each hour of them.</summary>
    public const int AlarmingFailures = 3;

    private const int RepeatAfter = 60;

    public async Task SucceededAsync(RunKind kind, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var failures = health.Of(kind).Failures;
        health.Succeeded(kind, at);
        if (failures >= AlarmingFailures)
        {
            await alerts.RaiseAsync(
                $"{kind}:recovered:{at.ToUnixTimeSeconds()}", at, $"<b>{kind} works again</b> after {failures} failures.", cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task FailedAsync(RunKind kind, string why, CancellationToken cancellationToken)
    {
        var failures = health.Failed(kind, why);
        logger.LogWarning("{Kind} failed, {Failures} in a row: {Why}", kind, failures, why);
        if (failures == AlarmingFailures || failures % RepeatAfter == 0)
        {
            var now = time.GetUtcNow();
            await alerts.RaiseAsync(
                $"{kind}:failed:{now.ToUnixTimeSeconds()}",
                now,
                $"<b>{kind} failed {failures} times in a row</b>\n{Html.Escape(why)}\nIf you do nothing: it is tried again at each tick. Positions are not watched until it works.",
                cancellationToken).ConfigureAwait(false);
        }
    }
}
