using ExitDesk.Engine.Ports.Desk;

namespace ExitDesk.Engine.Health;

/// <summary>What this process knows of its own health. Safe for concurrent use; forgotten with the process.</summary>
public sealed class DeskHealth(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RunKind, RunRecord> _runs = [];

    /// <summary>Why the chat does not take messages; null while it does.</summary>
    public string? ChatProblem { get; private set; }

    /// <summary>Wall time at which this process began.</summary>
    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    /// <summary>How much older than the clock the newest quote of the last sweep was; null if none was read yet.</summary>
    public TimeSpan? FeedAge { get; private set; }

    /// <summary>How long no run of a kind has succeeded, by wall time.</summary>
    public TimeSpan SilentFor(RunKind kind) => time.GetUtcNow() - (Of(kind).LastSuccessWallAt ?? StartedAt);

    public void QuotesRead(TimeSpan newestQuoteAge) => FeedAge = newestQuoteAge;

    public RunRecord Of(RunKind kind)
    {
        lock (_gate)
        {
            return _runs.GetValueOrDefault(kind, RunRecord.Never);
        }
    }

    public void Succeeded(RunKind kind, DateTimeOffset at) => Update(kind, run => new RunRecord(run.Runs + 1, 0, at, time.GetUtcNow(), null));

    /// <summary>Counts a failed run.</summary>
    /// <returns>How many in a row have failed now.</returns>
    public int Failed(RunKind kind, string why) =>
        Update(kind, run => run with { Runs = run.Runs + 1, Failures = run.Failures + 1, LastFailure = why }).Failures;

    public void ChatAnswered(DeliveryOutcome outcome) => ChatProblem = outcome switch
    {
        DeliveryOutcome.Refused refused => refused.Why,
        DeliveryOutcome.Blocked blocked => $"{blocked.Why}; messages are kept until it takes them again",
        DeliveryOutcome.RateLimited limited => $"too many messages, pause of {limited.RetryAfter.TotalSeconds:0} s",
        DeliveryOutcome.Unknown unknown => unknown.Why,
        _ => null,
    };

    private RunRecord Update(RunKind kind, Func<RunRecord, RunRecord> change)
    {
        lock (_gate)
        {
            return _runs[kind] = change(_runs.GetValueOrDefault(kind, RunRecord.Never));
        }
    }
}
