namespace ExitDesk.Domain.Quotes;

/// <summary>Whether rules may be judged on a quote, and if not, why not.</summary>
public enum QuoteQuality
{
    Usable,

    /// <summary>There is no quote, or neither side of it.</summary>
    Missing,

    /// <summary>The market has moved on since the quote was made.</summary>
    Stale,

    /// <summary>The bid is above the ask.</summary>
    Crossed,

    /// <summary>One side is unknown or not offered. A zero bid beside a live ask is not this: it is worth 0.</summary>
    OneSided,

    /// <summary>The spread is too wide for either side to be taken for the price.</summary>
    Wide,
}
