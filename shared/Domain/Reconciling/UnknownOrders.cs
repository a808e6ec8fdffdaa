using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Reconciling;

/// <summary>Finds working orders that bear our name and that no closing of this ledger sent. Pure.</summary>
/// <remarks>
/// Every id of ours is in the ledger before the broker hears of it: an order that is not there comes from a ledger that was lost, or
/// from another desk on the same account. Either may close what this one closes.
/// </remarks>
public static class UnknownOrders
{
    /// <summary>True if an order's id is of our making.</summary>
    public static bool IsOurs(Order order) => order.IsNamedClosing();

    /// <summary>The unknown ones.</summary>
    /// <param name="open">All open orders of the account, read before the closings.</param>
    /// <param name="closings">All closings of the ledger, ended ones among them, as far as they are kept.</param>
    /// <param name="ledgerInstance">Of this ledger: an order that it put back for the owner may outlive the closing that displaced it.</param>
    public static IReadOnlyList<Order> Of(IEnumerable<Order> open, IEnumerable<PositionClosing> closings, string ledgerInstance)
    {
        var known = closings
            .SelectMany(closing => closing.Attempts.Concat(closing.Displaced.Select(displaced => displaced.Return).OfType<CloseAttempt>()))
            .Select(attempt => attempt.ClientOrderId)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return [.. open.Where(order => order.IsWorking && IsOurs(order) && !known.Contains(order.ClientOrderId) && !ClientOrderIds.IsReturn(order.ClientOrderId, ledgerInstance))];
    }
}
