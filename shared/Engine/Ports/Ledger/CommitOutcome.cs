namespace ExitDesk.Engine.Ports.Ledger;

/// <summary>What became of a commit.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>All of it is written. New versions by key; deleted rows have none.</summary>
    public sealed record Committed(IReadOnlyDictionary<string, string> Versions) : CommitOutcome;

    /// <summary>Nothing is written: somebody else was faster at this key. Reload and decide again.</summary>
    public sealed record Conflict(string Key) : CommitOutcome;

    /// <summary>All of it or nothing of it is written. Reload and look.</summary>
    public sealed record Unknown(string Why) : CommitOutcome;
}
