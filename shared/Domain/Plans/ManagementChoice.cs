namespace ExitDesk.Domain.Plans;

/// <summary>What becomes of positions that the desk did not open.</summary>
public enum ManagementChoice
{
    /// <summary>Evaluated and closed by the rules, from first sight.</summary>
    Manage,

    /// <summary>Evaluated and shown, never traded until the owner accepts it.</summary>
    Watch,

    /// <summary>Recorded and shown, never evaluated.</summary>
    Ignore,
}
