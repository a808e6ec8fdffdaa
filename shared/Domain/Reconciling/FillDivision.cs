using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Reconciling;

/// <summary>What a position may book of fills that are not ours: no part of a fill is booked twice, by whomever.</summary>
/// <param name="Bookable">What closed it, and it has not booked yet, oldest fill first.</param>
/// <param name="BoughtBack">What opened again as much of it as closed beyond what it lost; empty where the broker's average says so.</param>
/// <param name="Taken">Parts that it takes now. They must be written before anything is booked.</param>
public sealed record FillDivision(IReadOnlyList<BookableFill> Bookable, IReadOnlyList<BookableFill> BoughtBack, IReadOnlyList<FillPart> Taken)
{
    /// <summary>Nothing to book.</summary>
    public static FillDivision Nothing { get; } = new([], [], []);

    /// <summary>The closing fills with the quantities to book.</summary>
    public IReadOnlyList<Fill> Fills => [.. Bookable.Select(part => part.Fill)];

    /// <summary>Divides. What a position took before and has not booked is its own in any case; beyond it, it takes what it lost.</summary>
    /// <param name="position">Who asks.</param>
    /// <param name="question">What left it: only as much of a contract that others hold too is taken.</param>
    /// <param name="closing">Closing fills in its legs, oldest first.</param>
    /// <param name="opening">Fills in its legs that open more of them, oldest first.</param>
    /// <param name="parts">All parts that anybody took of them.</param>
    /// <param name="shared">Contracts that another position holds or lost without an explanation; of all others every fill is its own.</param>
    public static FillDivision Of(
        Position position, FillQuestion question, IReadOnlyList<Fill> closing, IReadOnlyList<Fill> opening, IReadOnlyCollection<FillPart> parts, IReadOnlySet<string> shared)
    {
        var taken = new List<FillPart>();
        var bookable = new List<BookableFill>();
        var boughtBack = new List<BookableFill>();
        foreach (var contract in closing.GroupBy(fill => fill.Symbol))
        {
            var lost = question.Gone.Concat(position.Unexplained).Where(leg => leg.Symbol == contract.Key).Sum(leg => Math.Abs(leg.Quantity));
            var closed = Take(position, [.. contract], parts, shared.Contains(contract.Key) ? lost : decimal.MaxValue, taken);
            bookable.AddRange(closed);
            var again = closed.Sum(part => part.Fill.Quantity) - lost;
            if (again > 0 && !question.FollowsAverage)
            {
                boughtBack.AddRange(Take(position, Nearest(opening.Where(fill => fill.Symbol == contract.Key), closed[0].Fill.At), parts, again, taken));
            }
        }

        return new FillDivision(bookable, boughtBack, taken);
    }

    /// <summary>True if a position may have something to book of a closing fill: nobody has taken all of it, or it took a part and has not booked that.</summary>
    /// <param name="position">Who asks.</param>
    /// <param name="fill">In one of its legs.</param>
    /// <param name="parts">All parts that anybody took of fills.</param>
    /// <param name="booked">Keys of parts that are in some result already; of a fill without parts its own id stands for the whole.</param>
    public static bool IsLeft(Position position, Fill fill, IReadOnlyCollection<FillPart> parts, IReadOnlySet<string> booked)
    {
        var taken = parts.Where(part => part.FillId == fill.Id).ToList();
        return taken.Count == 0
            ? !booked.Contains(fill.Id)
            : taken.Sum(part => part.Quantity) < fill.Quantity || Divisible.Unbooked(position, fill.Id, taken).Any();
    }

    private static List<BookableFill> Take(Position position, IReadOnlyList<Fill> fills, IReadOnlyCollection<FillPart> parts, decimal wanted, List<FillPart> taken)
    {
        var reserved = fills.SelectMany(fill => Divisible.Unbooked(position, fill.Id, parts)).Sum(part => part.Quantity);
        var more = Divisible.Take(position.Id, fills.Select(Divisible.Of), parts, Math.Max(0, wanted - reserved));
        taken.AddRange(more);
        return [.. fills.SelectMany(fill => Divisible.Unbooked(position, fill.Id, parts.Concat(more)).Select(part => new BookableFill(part.Key, part.Of(fill))))];
    }

    // What was sold is bought back soon after; what was bought before only if nothing was after.
    private static List<Fill> Nearest(IEnumerable<Fill> opening, DateTimeOffset closedAt)
    {
        var sides = opening.ToLookup(fill => fill.At >= closedAt);
        return [.. sides[true], .. sides[false].Reverse()];
    }
}
