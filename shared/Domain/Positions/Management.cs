namespace ExitDesk.Domain.Positions;

/// <summary>What the desk may do with a position.</summary>
public enum Management
{
    /// <summary>Evaluated and closed.</summary>
    Managed,

    /// <summary>Evaluated and shown, never traded by itself.</summary>
    Watched,

    /// <summary>Of a kind the desk does not manage yet: recorded and shown, never evaluated, never touched.</summary>
    NotManagedYet,

    /// <summary>Recorded by the owner's wish: never evaluated, never traded by itself, shown only where all is shown.</summary>
    Ignored,
}
