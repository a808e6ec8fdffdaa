namespace ExitDesk.Domain.Closing;

/// <summary>A change of the breaker that the owner hears of.</summary>
public enum BreakerChange
{
    /// <summary>Too many closes failed.</summary>
    Opened,

    /// <summary>The trial failed: another rest.</summary>
    Reopened,

    /// <summary>A trial stood or filled: as before.</summary>
    Recovered,
}
