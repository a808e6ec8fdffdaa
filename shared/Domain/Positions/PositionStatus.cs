namespace ExitDesk.Domain.Positions;

public enum PositionStatus
{
    Open,

    /// <summary>A card asks the owner; the rules go on being evaluated.</summary>
    AwaitingApproval,

    /// <summary>One unsettled closing works on it.</summary>
    Closing,

    /// <summary>Closed by our own order.</summary>
    Closed,

    Expired,
    Exercised,
    Assigned,

    /// <summary>Gone from the broker without an order of ours.</summary>
    ClosedElsewhere,
    Liquidated,

    /// <summary>Still held, as a part of other positions: its legs found partners, or lost some.</summary>
    Regrouped,
}
