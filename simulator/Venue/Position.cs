using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>A holding in one option or stock; immutable.</summary>
/// <param name="Contract">Null: a stock.</param>
/// <param name="Quantity">Contracts or shares: positive long, negative short, never zero.</param>
/// <param name="AverageEntryPrice">USD per share, positive or zero, not rounded.</param>
/// <param name="OpenedAt">When it was last flat before, market time.</param>
/// <param name="DoNotExercise">The owner wants it to expire, in the money or not.</param>
public sealed record Position(
    string Symbol,
    ListedContract? Contract,
    int Quantity,
    decimal AverageEntryPrice,
    DateTimeOffset OpenedAt,
    bool DoNotExercise = false)
{
    public bool IsLong => Quantity > 0;

    /// <summary>Shares per unit: 1 for stock.</summary>
    public int Multiplier => Contract?.Multiplier ?? 1;

    /// <summary>USD, negative for short positions.</summary>
    public decimal CostBasis => AverageEntryPrice * Quantity * Multiplier;
}
