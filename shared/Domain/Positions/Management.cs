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
}
