namespace ExitDesk.Domain.Closing;

/// <summary>Whether closes go to the broker as they come.</summary>
public enum BreakerState
{
    /// <summary>As they come.</summary>
    Closed,

    /// <summary>Too many failed: walks wait, urgent closes go one at a time.</summary>
    Open,

    /// <summary>After a rest any close may try, one at a time: the first whose order stands or fills closes the breaker.</summary>
    HalfOpen,
}
