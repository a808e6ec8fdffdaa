using ExitDesk.Domain.Positions;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Finds what a user means: an id, a symbol, or an underlying, in any case.</summary>
public static class PositionSearch
{
    /// <summary>Live positions that match; the most exact kind of match wins.</summary>
    public static IReadOnlyList<Stored<Position>> Find(IReadOnlyList<Stored<Position>> positions, string text)
    {
        return Matching([.. positions.Where(position => position.Value.Status.IsLive())], text);
    }

    /// <summary>Ended positions that match, newest first: what is asked about is often just over.</summary>
    public static IReadOnlyList<Position> FindEnded(IReadOnlyList<Stored<Position>> positions, string text) =>
        [.. Matching([.. positions.Where(position => !position.Value.Status.IsLive())], text).Select(position => position.Value).OrderByDescending(position => position.EndedAt)];

    private static List<Stored<Position>> Matching(List<Stored<Position>> live, string text)
    {
        foreach (var name in (Func<Position, IEnumerable<string>>[])
            [position => [position.Id], position => position.Legs.Select(leg => leg.Symbol), position => [position.Underlying]])
        {
            var found = live.Where(position => name(position.Value).Contains(text, StringComparer.OrdinalIgnoreCase)).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }
}
