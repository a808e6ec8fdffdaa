namespace ExitDesk.Domain.Expiry;

/// <summary>What the ladder asks for. Ascending: each member includes the telling of those before it.</summary>
public enum ExpiryAction
{
    Nothing,

    /// <summary>A card with buttons, once a day and position.</summary>
    Card,

    /// <summary>Said anew in every cycle: nearly in the money, or not known to be out of it.</summary>
    NameEachCycle,

    /// <summary>Close, urgency Fast.</summary>
    CloseFast,

    /// <summary>Close, urgency Immediate; resting stop orders of the contract are cancelled and become this close.</summary>
    CloseImmediately,

    /// <summary>Close, urgency Immediate, once a minute; each refusal is an alert with <see cref="BrokerOutlook"/>.</summary>
    TryPastDeadline,
}
