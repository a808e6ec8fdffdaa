namespace ExitDesk.Domain.Closing;

/// <summary>How a closing ended.</summary>
public enum CloseEnd
{
    /// <summary>Our order closed it.</summary>
    Closed,

    /// <summary>The position was gone before our order: closed elsewhere, expired, liquidated.</summary>
    Overtaken,

    /// <summary>The owner switched to Monitor or halted trading before it was done.</summary>
    Withdrawn,

    /// <summary>The walk found nobody to trade with, or its rule no longer held: the next evaluation decides again.</summary>
    Unfilled,

    /// <summary>It could not be done, with a loud alert: its rule rests for the session, more urgent ones act.</summary>
    GivenUp,
}
