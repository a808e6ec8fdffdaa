namespace ExitDesk.Engine.Health;

/// <summary>Work that recurs.</summary>
public enum RunKind
{
    Sync,
    Sweep,
    Settlement,
    Entries,
}
