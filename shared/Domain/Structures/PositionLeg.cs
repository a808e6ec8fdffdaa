using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Structures;

/// <summary>One leg of one unit of a structure.</summary>
/// <param name="Symbol">OCC or stock symbol.</param>
/// <param name="Ratio">Contracts or shares a unit, long positive, short negative; never 0.</param>
/// <param name="EntryPrice">USD per share, 0 or more, whatever the side.</param>
/// <param name="Multiplier">Shares that one contract delivers, by the broker's contract; 1 for stock.</param>
public sealed record PositionLeg(string Symbol, int Ratio, decimal EntryPrice, int Multiplier)
{
    /// <summary>OCC or stock symbol. Without a setter: the contract is read from it once.</summary>
    public string Symbol { get; } = Symbol;

    /// <summary>The contract; null for stock and for symbols that are no option.</summary>
    public OptionContract? Contract { get; } = OccSymbol.TryParse(Symbol, out var contract, out _) ? contract : null;

    public bool IsLong => Ratio > 0;
}
