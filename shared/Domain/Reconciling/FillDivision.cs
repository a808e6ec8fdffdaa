using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>What a position may book of fills that are not ours: no part of a fill is booked twice, by whomever.</summary>
/// <param name="Bookable">What it has not booked yet, oldest fill first.</param>
/// <param name="Taken">Parts that it takes now. They must be written before anything is booked.</param>
public sealed record FillDivision(IReadOnlyList<BookableFill> Bookable, IReadOnlyList<FillPart> Taken)
{
    /// <summary>Nothing to book.</summary>
    public static FillDivision Nothing { get; } = new([], []);

    /// <summary>The fills with the quantities to book.</summary>
    public IReadOnlyList<Fill> Fills => [.. Bookable.Select(part => part.Fill)];

    /// <summary>Divides. What a position took before and has not booked is its own in any case; beyond it, it takes what it lost.</summary>
    /// <param name="position">Who asks.</param>
    /// <param name="gone">What left it: only as much of a contract that others hold too is taken.</param>
    /// <param name="fills">Closing fills in its legs, oldest first.</param>
    /// <param name="parts">All parts that anybody took of them.</param>
    /// <param name="shared">Contracts that another position holds or lost without an explanation; of all others every fill is its own.</param>
    public static FillDivision Of(
        Position position, IReadOnlyList<LegQuantity> gone, IReadOnlyList<Fill> fills, IReadOnlyCollection<FillPart> parts, IReadOnlySet<string> shared)
    {
        var taken = fills.GroupBy(fill => fill.Symbol).SelectMany(contract =>
        {
            var lost = Math.Abs(gone.Where(leg => leg.Symbol == contract.Key).Sum(leg => leg.Quantity));
            var reserved = contract.Sum(fill => Divisible.Unbooked(position, fill.Id, parts).Sum(part => part.Quantity));
            return Divisible.Take(position.Id, contract.Select(Divisible.Of), parts, shared.Contains(contract.Key) ? Math.Max(0, lost - reserved) : decimal.MaxValue);
        }).ToList();
        var all = parts.Concat(taken).ToList();
        return new FillDivision(
            [.. fills.SelectMany(fill => Divisible.Unbooked(position, fill.Id, all).Select(part => new BookableFill(part.Key, part.Of(fill))))], taken);
    }
}
