using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>What the broker said when an entry looked. Only successful reads become a look.</summary>
/// <param name="At">The broker's clock.</param>
/// <param name="Order">The order with the entry's id; null if the broker says that there is none.</param>
public sealed record EntryLook(DateTimeOffset At, Order? Order)
{
    /// <summary>Shares of the underlying that are free to cover a call, its own order's not counted as taken; null if they were not read.</summary>
    public decimal? FreeShares { get; init; }
}
