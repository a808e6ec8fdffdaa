using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Expiry;

/// <summary>How far a contract is in the money, whoever holds which side of it.</summary>
/// <param name="State">Whether it is known.</param>
/// <param name="Value">
/// A fraction of the strike: call (S − K) / K, put (K − S) / K; positive in the money, zero at it. Null unless known.
/// </param>
public readonly record struct Moneyness(MoneynessState State, decimal? Value)
{
    public static Moneyness Unknown => default;

    public static Moneyness Adjusted => new(MoneynessState.Adjusted, null);

    /// <summary>True if exercise is to be expected at this price: in the money, or adjusted and so counted.</summary>
    public bool CountsAsInTheMoney => State == MoneynessState.Adjusted || Value > 0;

    public static Moneyness Known(decimal value) => new(MoneynessState.Known, value);

    /// <summary>Of one contract.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="underlying">USD per share; null if unknown.</param>
    public static Moneyness Of(OptionContract contract, decimal? underlying)
    {
        if (contract.IsAdjusted)
        {
            return Adjusted;
        }

        return underlying is { } price ? Known(Distance(contract, price) / contract.Strike) : Unknown;
    }

    /// <summary>Of a structure: the highest among its legs that expire on a day; null if none does.</summary>
    /// <param name="legs">Of one underlying, in any order.</param>
    /// <param name="today">The exchange day.</param>
    /// <param name="underlying">USD per share; null if unknown.</param>
    /// <remarks>An adjusted leg is above all others. Allocates nothing.</remarks>
    public static Moneyness? OfStructure(IReadOnlyList<OptionContract> legs, DateOnly today, decimal? underlying)
    {
        Moneyness? highest = null;
        for (var i = 0; i < legs.Count; i++)
        {
            if (legs[i].Expiration == today)
            {
                var leg = Of(legs[i], underlying);
                highest = highest is { } other && !leg.IsAbove(other) ? other : leg;
            }
        }

        return highest;
    }

    /// <summary>True if nearer to exercise than another: adjusted above known, known by value, unknown below all.</summary>
    public bool IsAbove(Moneyness other) =>
        State == other.State ? Value > other.Value : Rank(State) > Rank(other.State);

    private static int Rank(MoneynessState state) => state switch
    {
        MoneynessState.Unknown => 0,
        MoneynessState.Known => 1,
        MoneynessState.Adjusted => 2,
    };

    private static decimal Distance(OptionContract contract, decimal underlying) => contract.Right switch
    {
        OptionRight.Call => underlying - contract.Strike,
        OptionRight.Put => contract.Strike - underlying,
    };
}
