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
        foreach (var name in (Func<Position, IEnumerable<string>>[])
            [position => [position.Id], position => position.Legs.Select(leg => leg.Symbol), position => [position.Underlying]])
        {
            var found = positions.Where(position => name(position.Value).Contains(text, StringComparer.OrdinalIgnoreCase)).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }
}
