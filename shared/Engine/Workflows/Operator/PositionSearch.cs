using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Finds what a user means: an id, a symbol, or an underlying, in any case.</summary>
public static class PositionSearch
{
    /// <summary>Live positions that match; the most exact kind of match wins.</summary>
    public static IReadOnlyList<Stored<Position>> Find(IReadOnlyList<Stored<Position>> positions, string text) =>
        Among([.. positions.Where(position => position.Value.Status.IsLive())], text);

    /// <summary>Positions that ended and match likewise, the latest first.</summary>
    public static IReadOnlyList<Stored<Position>> FindEnded(IReadOnlyList<Stored<Position>> positions, string text) =>
        Among([.. positions.Where(position => !position.Value.Status.IsLive()).OrderByDescending(position => position.Value.EndedAt)], text);

    private static IReadOnlyList<Stored<Position>> Among(IReadOnlyList<Stored<Position>> positions, string text)
    {
        var symbol = StockSymbol.OptionRoot(text);
        foreach (var (names, wanted) in ((Func<Position, IEnumerable<string>>, string)[])
            [
                (position => [position.Id], text),
                (position => position.Legs.Select(leg => StockSymbol.OptionRoot(leg.Symbol)), symbol),
                (position => [position.Underlying], symbol),
            ])
        {
            var found = positions.Where(position => names(position.Value).Contains(wanted, StringComparer.OrdinalIgnoreCase)).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }
}
