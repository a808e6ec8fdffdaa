namespace ExitDesk.Engine.Health;

/// <summary>What is known of one kind of run since the process started.</summary>
/// <param name="Runs">How many ended, well or not.</param>
/// <param name="Failures">How many of the last ones in a row failed.</param>
/// <param name="LastSuccessAt">By the broker's clock; null if none yet.</param>
/// <param name="LastSuccessWallAt">The same moment by wall time, to tell a timer that has stopped; null if none yet.</param>
/// <param name="LastFailure">Why the last one failed; null if it did not.</param>
public sealed record RunRecord(long Runs, int Failures, DateTimeOffset? LastSuccessAt, DateTimeOffset? LastSuccessWallAt, string? LastFailure)
{
    public static RunRecord Never { get; } = new(0, 0, null, null, null);
}
