using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>When something that the desk did not open was opened, from the account's fills.</summary>
public static class EntryDates
{
    /// <summary>The first fill since the account was last flat in any leg that a close trades.</summary>
    /// <param name="structure">As held; of a contract that others share, the whole holding is followed.</param>
    /// <param name="held">Everything the broker lists.</param>
    /// <param name="fills">Fills of the account, oldest first; they need not reach back far enough.</param>
    /// <returns>UTC; null if the fills do not reach back to a flat holding of every leg.</returns>
    public static DateTimeOffset? OpenedAt(
        Structure structure, IReadOnlyCollection<BrokerPosition> held, IReadOnlyCollection<Fill> fills)
    {
        DateTimeOffset? opened = null;
        foreach (var leg in structure.ClosingLegs)
        {
            var quantity = held.FirstOrDefault(holding => holding.Symbol == leg.Symbol)?.Quantity ?? 0;
            if (LegOpenedAt(quantity, fills.Where(fill => fill.Symbol == leg.Symbol).Reverse()) is not { } at)
            {
                return null;
            }

            opened = opened < at ? opened : at;
        }

        return opened;
    }

    // Undoes fill after fill, newest first, until nothing is held.
    private static DateTimeOffset? LegOpenedAt(decimal held, IEnumerable<Fill> newestFirst)
    {
        var left = held;
        foreach (var fill in newestFirst)
        {
            left -= fill.Side == OrderSide.Buy ? fill.Quantity : -fill.Quantity;
            if (left == 0 || left > 0 != held > 0)
            {
                return fill.At;
            }
        }

        return null;
    }
}
