namespace ExitDesk.Domain.Expiry;

/// <summary>What an account could pay or deliver an exercise with. The default knows nothing: unknown is not zero.</summary>
/// <param name="Cash">USD, negative when borrowed; null if unknown.</param>
/// <param name="BuyingPower">USD that a purchase may use, the broker's loan included; null if unknown.</param>
/// <param name="SharesHeld">Shares of the underlying, negative when short; null if unknown.</param>
public readonly record struct ExerciseMeans(decimal? Cash, decimal? BuyingPower, decimal? SharesHeld)
{
    /// <summary>USD that other contracts in the money take today. Whom the broker serves first it does not tell.</summary>
    public decimal DollarsClaimed { get; init; }

    /// <summary>Shares of the underlying that other contracts in the money take today.</summary>
    public decimal SharesClaimed { get; init; }

    /// <summary>Whether they suffice to buy: sure only with cash, because how much the broker lends over night is its own affair.</summary>
    /// <param name="dollars">What exercise takes, USD.</param>
    /// <returns>Null if unknown, if only a loan would do, or if they do not suffice for all who claim them.</returns>
    public bool? Pay(decimal dollars) =>
        BuyingPower < dollars ? false
        : BuyingPower >= dollars + DollarsClaimed && Cash >= dollars + DollarsClaimed ? true
        : null;

    /// <summary>Whether they suffice to deliver.</summary>
    /// <param name="shares">What exercise takes.</param>
    /// <returns>Null if unknown, or if they do not suffice for all who claim them.</returns>
    public bool? Deliver(decimal shares) =>
        SharesHeld < shares ? false
        : SharesHeld >= shares + SharesClaimed ? true
        : null;
}
