using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Reconciling;

/// <summary>New positions and those whose legs they took over, as many as are recorded at once.</summary>
/// <param name="Found">New ones.</param>
/// <param name="Regrouped">
/// As they become: ended, or open with what is left of them while later portions take the rest. Whatever is recorded of the portions,
/// each contract is in one live position.
/// </param>
public sealed record RegroupPortion(IReadOnlyList<Position> Found, IReadOnlyList<Position> Regrouped)
{
    /// <summary>Divides what must not be recorded apart.</summary>
    /// <param name="found">New ones.</param>
    /// <param name="regrouped">Ended ones, all of whose legs are part of new ones.</param>
    /// <param name="size">Positions in a portion; one may have more where a single new position took over that many.</param>
    public static IReadOnlyList<RegroupPortion> Of(IReadOnlyList<Position> found, IReadOnlyList<Position> regrouped, int size)
    {
        var portions = new List<RegroupPortion>();
        var left = regrouped.ToDictionary(position => position.Id, position => position.Quantity);
        var begun = new List<Position>();
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var position in found)
        {
            var after = new Dictionary<string, decimal>(left);
            var takes = Take(position, regrouped, after);
            if (begun.Count > 0 && begun.Count + 1 + touched.Union(takes).Count() > size)
            {
                portions.Add(new RegroupPortion([.. begun], AsTheyBecome(regrouped, touched, left)));
                begun.Clear();
                touched.Clear();
            }

            begun.Add(position);
            touched.UnionWith(takes);
            left = after;
        }

        // Whatever was not touched has its legs in positions that others record.
        var rest = regrouped.Where(position => left[position.Id] > 0 && !touched.Contains(position.Id)).Chunk(size).Select(ended => new RegroupPortion([], ended));
        return [.. portions, new RegroupPortion([.. begun], [.. regrouped.Where(position => touched.Contains(position.Id))]), .. rest];
    }

    // A single leg gives what is taken; of several legs all is over with the first that is.
    private static List<string> Take(Position taker, IReadOnlyList<Position> regrouped, Dictionary<string, decimal> left)
    {
        var takes = new List<string>();
        foreach (var leg in taker.Legs)
        {
            var wanted = Math.Abs(leg.Ratio) * taker.Quantity;
            foreach (var giver in regrouped.Where(giver => wanted > 0 && left[giver.Id] > 0 && giver.Legs.Any(own => own.Symbol == leg.Symbol && own.IsLong == leg.IsLong)))
            {
                var taken = giver.Legs.Count == 1 ? Math.Min(wanted, left[giver.Id]) : left[giver.Id];
                left[giver.Id] -= taken;
                wanted -= taken;
                takes.Add(giver.Id);
            }
        }

        return takes;
    }

    private static IReadOnlyList<Position> AsTheyBecome(IReadOnlyList<Position> regrouped, HashSet<string> touched, Dictionary<string, decimal> left) =>
    [
        .. regrouped.Where(position => touched.Contains(position.Id)).Select(position => left[position.Id] == 0
            ? position
            : position with { Status = PositionStatus.Open, EndedAt = null, Structure = position.Structure with { Units = left[position.Id] } }),
    ];
}
