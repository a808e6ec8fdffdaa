using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>The account's positions.</summary>
internal sealed class PositionBook
{
    private readonly SortedDictionary<string, Position> _positions = new(StringComparer.Ordinal);

    /// <summary>A snapshot ordered by symbol.</summary>
    public IReadOnlyList<Position> All => [.. _positions.Values];

    public Position? Find(string symbol) => _positions.GetValueOrDefault(symbol);

    public int Quantity(string symbol) => Find(symbol)?.Quantity ?? 0;

    /// <summary>Adds a signed quantity at a price; a position that comes to zero is gone.</summary>
    public void Add(string symbol, ListedContract? contract, int quantity, decimal price, DateTimeOffset at)
    {
        var before = Find(symbol);
        var after = (before?.Quantity ?? 0) + quantity;
        if (after == 0)
        {
            _positions.Remove(symbol);
        }
        else if (before is null || Math.Sign(before.Quantity) != Math.Sign(after))
        {
            _positions[symbol] = new Position(symbol, contract, after, price, at);
        }
        else if (Math.Abs(after) > Math.Abs(before.Quantity))
        {
            var cost = (before.AverageEntryPrice * before.Quantity) + (price * quantity);
            _positions[symbol] = before with { Quantity = after, AverageEntryPrice = cost / after };
        }
        else
        {
            _positions[symbol] = before with { Quantity = after };
        }
    }

    public void Remove(string symbol) => _positions.Remove(symbol);

    /// <summary>Sets a position that is not zero.</summary>
    public void Put(Position position) => _positions[position.Symbol] = position;

    public void KeepFromExercise(Position position) =>
        _positions[position.Symbol] = position with { DoNotExercise = true };
}
