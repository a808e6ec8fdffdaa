namespace ExitDesk.Engine.State;

/// <summary>How loud the owner was told of a position that expires today. Ascending: each step up is a new message, with a sound.</summary>
public enum ExpiryAlarm
{
    None,

    /// <summary>Near the money from T-30 on: one card, edited when something changes.</summary>
    Card,

    /// <summary>In the money from T-30 on, and the desk may not close it. From here on each minute is a new message, with a sound.</summary>
    InTheMoney,

    /// <summary>T-5 would close it, and may not.</summary>
    WouldClose,

    /// <summary>T-2 would close it, and may not.</summary>
    WouldCloseNow,

    /// <summary>The deadline has passed and it is still open, may it be closed or not.</summary>
    PastDeadline,

    /// <summary>The broker takes no more orders.</summary>
    PastCutOff,

    /// <summary>The broker may be liquidating it.</summary>
    Liquidating,
}
