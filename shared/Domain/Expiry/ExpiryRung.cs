namespace ExitDesk.Domain.Expiry;

/// <summary>How near the deadline of a contract that expires today is. Ascending: a later member is nearer.</summary>
public enum ExpiryRung
{
    /// <summary>Nothing expires today, or there is more time than the first rung asks for.</summary>
    None,

    /// <summary>T-30: whoever is near the money is shown to the owner, once.</summary>
    Watch,

    /// <summary>T-5: whoever is in the money is closed.</summary>
    CloseFast,

    /// <summary>T-2: whoever could still finish in the money is closed at once.</summary>
    CloseNow,

    /// <summary>The deadline has come: orders may already be refused, and the broker acts soon.</summary>
    PastDeadline,
}
