namespace ExitDesk.Simulator.Market;

/// <summary>An option contract that the market quotes.</summary>
/// <param name="Symbol">OCC symbol without padding, for instance <c>GOOG151224C00750000</c>.</param>
/// <param name="Underlying">Ticker symbol of the deliverable stock, upper case.</param>
/// <param name="IsCall">True: call; false: put.</param>
/// <param name="Strike">USD per share, positive.</param>
/// <param name="Expiration">New York day, as in the symbol: before February 2015 monthly contracts carry the Saturday after
/// their last session.</param>
/// <param name="Multiplier">Shares per contract, usually 100.</param>
/// <param name="ListedFrom">New York day of its first session; null: before anyone looks.</param>
/// <param name="ListedUntil">New York day of its last session where a split ends it early; null: its expiration.</param>
public sealed record ListedContract(
    string Symbol,
    string Underlying,
    bool IsCall,
    decimal Strike,
    DateOnly Expiration,
    int Multiplier,
    DateOnly? ListedFrom = null,
    DateOnly? ListedUntil = null)
{
    /// <summary>Whether a split changed what it delivers: its root is the ticker and a digit.</summary>
    public bool IsAdjusted => Symbol.Length - 15 == Underlying.Length + 1 && char.IsAsciiDigit(Symbol[^16]);

    /// <summary>Whether it exists on a New York day, its expiration apart.</summary>
    public bool IsListedOn(DateOnly day) => !(day < ListedFrom) && !(day > ListedUntil);
}
