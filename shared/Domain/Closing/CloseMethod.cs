namespace ExitDesk.Domain.Closing;

/// <summary>What kind of request a closing sends.</summary>
public enum CloseMethod
{
    /// <summary>The broker's own close of one contract: at the market, without an id of ours, and it can only shrink a position.</summary>
    ClosePosition,

    /// <summary>A limit order that closes one leg.</summary>
    Limit,

    /// <summary>A limit order that closes several legs as one.</summary>
    MultiLeg,
}
