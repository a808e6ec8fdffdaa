namespace ExitDesk.Simulator.Venue;

/// <summary>The statuses that this broker gives out, a subset of Alpaca's.</summary>
public enum OrderStatus
{
    /// <summary>Taken in session, not at the exchange yet.</summary>
    PendingNew,

    /// <summary>Taken out of session, waits for the open.</summary>
    Accepted,

    New,
    PartiallyFilled,
    Filled,

    /// <summary>A cancel was asked for; it can still fill.</summary>
    PendingCancel,

    Canceled,
    Expired,
    Rejected,
    Replaced,
}
