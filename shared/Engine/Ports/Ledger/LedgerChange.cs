namespace ExitDesk.Engine.Ports.Ledger;

/// <summary>One write of a commit.</summary>
/// <param name="Key"><c>kind:key</c>; each key at most once a commit.</param>
public abstract record LedgerChange(string Key)
{
    /// <summary>A row that must not exist yet.</summary>
    public sealed record Insert(string Key, string Json) : LedgerChange(Key);

    /// <summary>A row that must still have this version.</summary>
    public sealed record Replace(string Key, string Json, string Version) : LedgerChange(Key);

    /// <summary>A row written whether it exists or not: the last writer wins.</summary>
    public sealed record Put(string Key, string Json) : LedgerChange(Key);

    /// <summary>A row that goes; with a version only if it still has it. An absent row is a conflict only with a version.</summary>
    public sealed record Delete(string Key, string? Version = null) : LedgerChange(Key);
}
