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

    /// <summary>Still held, in other positions: its legs found partners, lost some, or were adjusted to other symbols.</summary>
    Regrouped,
}
