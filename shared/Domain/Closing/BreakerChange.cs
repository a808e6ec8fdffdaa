namespace ExitDesk.Domain.Closing;

/// <summary>A change of the breaker that the owner hears of.</summary>
public enum BreakerChange
{
    /// <summary>Too many closes failed.</summary>
    Opened,

    /// <summary>The trial failed: another rest.</summary>
    Reopened,

    /// <summary>The broker took a trial: as before.</summary>
    Recovered,
}
