namespace ExitDesk.Domain.Expiry;

/// <summary>Whether a moneyness could be computed, and if not, why not.</summary>
public enum MoneynessState
{
    /// <summary>The underlying's price is unknown.</summary>
    Unknown,

    Known,

    /// <summary>The contract is adjusted: its strike cannot be compared with a share's price, so it counts as in the money.</summary>
    Adjusted,
}
