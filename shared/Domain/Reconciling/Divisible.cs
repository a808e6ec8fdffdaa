using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Reconciling;

/// <summary>What the account's history tells in one entry, and several positions may share: a fill, an expiration, exercise or assignment.</summary>
/// <param name="Id">The broker's activity.</param>
/// <param name="Quantity">Contracts or shares, above 0.</param>
/// <param name="At">When, UTC; the end of its day in UTC if the history bears only that.</param>
internal sealed record Divisible(string Id, decimal Quantity, DateTimeOffset At)
{
    public static Divisible Of(Fill fill) => new(fill.Id, fill.Quantity, fill.At);

    public static Divisible Of(AccountActivity entry) => new(
        entry.Id, Math.Abs(entry.Quantity), entry.At ?? new DateTimeOffset(entry.Date.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero));

    /// <summary>Takes what nobody has taken, as far as it is wanted, from the first on.</summary>
    /// <param name="positionId">Who takes.</param>
    /// <param name="entries">What there is.</param>
    /// <param name="parts">All parts that anybody took of them.</param>
    /// <param name="wanted">Contracts or shares, 0 or more.</param>
    public static List<FillPart> Take(string positionId, IEnumerable<Divisible> entries, IReadOnlyCollection<FillPart> parts, decimal wanted)
    {
        var taken = new List<FillPart>();
        foreach (var entry in entries)
        {
            var before = parts.Where(part => part.FillId == entry.Id).ToList();
            var quantity = Math.Min(wanted, entry.Quantity - before.Sum(part => part.Quantity));
            if (quantity > 0)
            {
                taken.Add(new FillPart(entry.Id, before.Count, positionId, quantity, entry.At));
                wanted -= quantity;
            }
        }

        return taken;
    }

    /// <summary>What a position took of it and has not booked: its own in any case.</summary>
    public static IEnumerable<FillPart> Unbooked(Position position, string entryId, IEnumerable<FillPart> parts) => parts
        .Where(part => part.FillId == entryId && part.PositionId == position.Id && !position.ForeignFills.Contains(part.Key));
}
