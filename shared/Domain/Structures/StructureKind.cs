namespace ExitDesk.Domain.Structures;

/// <summary>What a structure is, by the strikes and expirations of its legs. All legs are in one underlying.</summary>
public enum StructureKind
{
    /// <summary>One long call or put.</summary>
    LongOption,

    /// <summary>One short put, with or without a hedge elsewhere; whether cash covers it is the broker's to know.</summary>
    CashSecuredPut,

    /// <summary>One short call, and the shares that it would deliver. Only the call is judged and closed.</summary>
    CoveredCall,

    /// <summary>One short call that neither shares nor a long call cover: a credit structure whose loss has no bound.</summary>
    /// <remarks>A kind of its own, because <see cref="Custom"/> has all rules off: the most dangerous leg would have no stop.</remarks>
    NakedCall,

    /// <summary>Short put above a long put, or short call below a long call, of one expiration.</summary>
    VerticalCredit,

    /// <summary>Short put below a long put, or short call above a long call, of one expiration.</summary>
    VerticalDebit,

    /// <summary>A credit vertical of puts below one of calls, of one expiration; the short strikes may be equal.</summary>
    IronCondor,

    /// <summary>Call and put of one strike and expiration, both long or both short. Only of entries made here.</summary>
    Straddle,

    /// <summary>Call and put of two strikes and one expiration, both long or both short. Only of entries made here.</summary>
    Strangle,

    /// <summary>A short option and a long one of the same right that expires later, of one strike (or of two: a diagonal).</summary>
    CalendarSpread,

    /// <summary>Shares, long or short. All rules off.</summary>
    Stock,

    /// <summary>Anything else: crypto, symbols that cannot be read, legs of an entry that fit no kind. All rules off.</summary>
    Custom,
}
