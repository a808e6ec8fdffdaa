namespace ExitDesk.Domain.Expiry;

/// <summary>What the broker does with a contract that expires today if nobody closes it.</summary>
/// <remarks>
/// Sources, read 2026-11: alpaca.markets/learn/how-to-trade-0dte-options-on-alpaca and alpaca.markets/support/what-is-option-expiration:
/// what is in the money by $0.01 is exercised automatically if funds or shares allow, else sold out before the close;
/// alpaca-py#774: a leg of a spread may be liquidated by a simple order of its own.
/// </remarks>
public enum BrokerNextStep
{
    /// <summary>Price or contract terms are unknown: any of the others.</summary>
    Unknown,

    /// <summary>Out of the money: nothing, it expires.</summary>
    ExpiresWorthless,

    /// <summary>Long, in the money, funds (call) or shares (put) suffice: exercised after the close.</summary>
    ExercisesAutomatically,

    /// <summary>Long, in the money, funds or shares do not suffice: sold at the market before the close.</summary>
    SellsOut,

    /// <summary>Long, in the money, funds or shares unknown, or a loan would be needed: one of the two above.</summary>
    ExercisesOrSellsOut,

    /// <summary>Short, in the money: assigned after the close.</summary>
    Assigns,

    /// <summary>In the money beside another leg: this leg alone may be closed, which leaves the other.</summary>
    MayCloseOneLeg,
}
