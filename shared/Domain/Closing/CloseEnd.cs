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
}
