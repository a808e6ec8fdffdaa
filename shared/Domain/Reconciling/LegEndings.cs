using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Reconciling;

/// <summary>Explains by the account's history what left positions without a fill.</summary>
public static class LegEndings
{
    /// <summary>Distributes expirations, exercises and assignments over the positions that lack an explanation.</summary>
    /// <param name="positions">With something unexplained; the order of ids decides where a contract is in several.</param>
    /// <param name="history">The account's history since before they left.</param>
    /// <param name="booked">Ids of entries that are in some result already.</param>
    /// <returns>What each position's result gains; positions without news are absent.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<LegEnding>> Of(
        IEnumerable<Position> positions, IEnumerable<AccountActivity> history, IReadOnlySet<string> booked)
    {
        var entries = history
            .Where(entry => entry.Kind is ActivityKind.Expiration or ActivityKind.Exercise or ActivityKind.Assignment && !booked.Contains(entry.Id))
            .OrderBy(entry => entry.Id, StringComparer.Ordinal)
            .Select(entry => new Remaining(entry))
            .ToList();
        var found = new Dictionary<string, IReadOnlyList<LegEnding>>(StringComparer.Ordinal);
        foreach (var position in positions.OrderBy(position => position.Id, StringComparer.Ordinal))
        {
            var endings = position.Unexplained.SelectMany(lost => Take(position, lost.Symbol, Math.Abs(lost.Quantity), entries)).ToList();
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

    private static List<LegEnding> Take(Position position, string symbol, decimal wanted, List<Remaining> entries)
    {
        var found = new List<LegEnding>();
        var leg = position.Legs.FirstOrDefault(leg => leg.Symbol == symbol);
        foreach (var entry in entries.Where(entry => leg is not null && entry.Activity.Symbol == symbol && entry.Left > 0))
        {
            var taken = Math.Min(wanted, entry.Left);
            if (taken > 0)
            {
                entry.Left -= taken;
                wanted -= taken;
                found.Add(new LegEnding(entry.Activity, leg!, taken));
            }
        }

        return found;
    }

    private sealed class Remaining(AccountActivity activity)
    {
        public AccountActivity Activity => activity;

        public decimal Left { get; set; } = Math.Abs(activity.Quantity);
    }
}
