namespace ExitDesk.Domain.Entries.Execution;

/// <summary>How an entry ended.</summary>
public enum EntryEnd
{
    Filled,

    /// <summary>A part filled, and the rest was cancelled or lapsed.</summary>
    PartlyFilled,

    /// <summary>Nothing filled in its time, or nobody approved it.</summary>
    Lapsed,

    /// <summary>A gate or the broker refused it.</summary>
    Refused,

    /// <summary>Its owner said no.</summary>
    Declined,

    /// <summary>What became of its order cannot be found out, with a loud alert: the sync finds what is held.</summary>
    GivenUp,
}
