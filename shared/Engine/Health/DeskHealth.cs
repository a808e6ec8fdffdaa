using ExitDesk.Engine.Ports.Desk;

namespace ExitDesk.Engine.Health;

/// <summary>What this process knows of its own health. Safe for concurrent use; forgotten with the process.</summary>
public sealed class DeskHealth
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RunKind, RunRecord> _runs = [];

    /// <summary>Why the chat does not take messages; null while it does.</summary>
    public string? ChatProblem { get; private set; }

    public RunRecord Of(RunKind kind)
    {
        lock (_gate)
        {
            return _runs.GetValueOrDefault(kind, RunRecord.Never);
        }
    }

    public void Succeeded(RunKind kind, DateTimeOffset at) => Update(kind, run => new RunRecord(run.Runs + 1, 0, at, null));

    /// <summary>Counts a failed run.</summary>
    /// <returns>How many in a row have failed now.</returns>
    public int Failed(RunKind kind, string why) =>
        Update(kind, run => run with { Runs = run.Runs + 1, Failures = run.Failures + 1, LastFailure = why }).Failures;

    public void ChatAnswered(DeliveryOutcome outcome) => ChatProblem = outcome switch
    {
        DeliveryOutcome.Refused refused => refused.Why,
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
