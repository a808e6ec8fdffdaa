using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>Explains by the account's history what left positions without a fill.</summary>
public static class LegEndings
{
    /// <summary>Distributes expirations, exercises and assignments over the positions that lack an explanation.</summary>
    /// <param name="positions">With something unexplained; the order of ids decides where a contract is in several.</param>
    /// <param name="history">The account's history since before they left.</param>
    /// <param name="parts">All parts that anybody took of its entries.</param>
    /// <param name="booked">Keys of parts that are in some result already; of an entry without parts its own id stands for the whole.</param>
    /// <returns>What each position's result gains; positions without news are absent.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<LegEnding>> Of(
        IEnumerable<Position> positions, IEnumerable<AccountActivity> history, IReadOnlyCollection<FillPart> parts, IReadOnlySet<string> booked)
    {
        var divided = parts.Select(part => part.FillId).ToHashSet(StringComparer.Ordinal);
        var entries = history
            .Where(entry => entry.Kind is ActivityKind.Expiration or ActivityKind.Exercise or ActivityKind.Assignment
                && (divided.Contains(entry.Id) || !booked.Contains(entry.Id)))
            .OrderBy(entry => entry.Id, StringComparer.Ordinal)
            .ToLookup(entry => entry.Symbol, StringComparer.Ordinal);
        var all = parts.ToList();
        var found = new Dictionary<string, IReadOnlyList<LegEnding>>(StringComparer.Ordinal);
        foreach (var position in positions.OrderBy(position => position.Id, StringComparer.Ordinal))
        {
            var endings = position.Unexplained.SelectMany(lost => Take(position, lost, entries[lost.Symbol], all)).ToList();
            if (endings.Count > 0)
            {
                found[position.Id] = endings;
            }
        }

        return found;
    }

    /// <summary>The ending that a position is known by: assignment before exercise before expiry.</summary>
    public static PositionStatus StatusOf(IReadOnlyCollection<LegEnding> endings) =>
        endings.Any(ending => ending.Activity.Kind == ActivityKind.Assignment) ? PositionStatus.Assigned
        : endings.Any(ending => ending.Activity.Kind == ActivityKind.Exercise) ? PositionStatus.Exercised
        : PositionStatus.Expired;

    /// <summary>The same for one whose history is told piece by piece: what was told first is not forgotten for an expiry.</summary>
    /// <param name="known">The ending that it is known by so far.</param>
    /// <param name="endings">What is told now.</param>
    public static PositionStatus StatusOf(PositionStatus known, IReadOnlyCollection<LegEnding> endings) => StatusOf(endings) switch
    {
        PositionStatus.Assigned => PositionStatus.Assigned,
        PositionStatus.Exercised when known != PositionStatus.Assigned => PositionStatus.Exercised,
        var told => known is PositionStatus.Assigned or PositionStatus.Exercised ? known : told,
    };

    // What it took before and has not booked is its own in any case. The parts grow by what it takes now.
    private static List<LegEnding> Take(Position position, LegQuantity lost, IEnumerable<AccountActivity> entries, List<FillPart> parts)
    {
        var leg = position.Legs.FirstOrDefault(leg => leg.Symbol == lost.Symbol);
        if (leg is null)
        {
            return [];
        }

        var told = entries.ToList();
        var reserved = told.SelectMany(entry => Divisible.Unbooked(position, entry.Id, parts)).Sum(part => part.Quantity);
        parts.AddRange(Divisible.Take(position.Id, told.Select(Divisible.Of), parts, Math.Max(0, Math.Abs(lost.Quantity) - reserved)));
        return [.. told.SelectMany(entry => Divisible.Unbooked(position, entry.Id, parts).Select(part => new LegEnding(entry, leg, part)))];
    }
}
