using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Closing;

/// <summary>What positions need of their long legs and shares so that nothing they sold stands naked. Pure.</summary>
/// <remarks>Two positions may share a contract: whoever closes his part must leave the cover of the other, whatever the broker would take.</remarks>
public static class CoverClaims
{
    /// <summary>Contracts or shares by symbol, above 0.</summary>
    /// <param name="positions">All of the ledger; those that have ended need nothing.</param>
    /// <param name="closings">All of the ledger: what they closed or have in the market is needed no more.</param>
    /// <param name="except">The position that is being closed.</param>
    public static IReadOnlyDictionary<string, decimal> Of(IEnumerable<Position> positions, IEnumerable<PositionClosing> closings, string except)
    {
        var running = closings.Where(closing => closing.End is null).ToLookup(closing => closing.PositionId, StringComparer.Ordinal);
        return positions
            .Where(position => position.Id != except && position.Status.IsLive() && position.Legs.Any(leg => !leg.IsLong))
            .SelectMany(position => Of(position, running[position.Id].FirstOrDefault()))
            .GroupBy(claim => claim.Symbol, StringComparer.Ordinal)
            .ToDictionary(claims => claims.Key, claims => claims.Sum(claim => claim.Quantity), StringComparer.Ordinal);
    }

    private static IEnumerable<(string Symbol, decimal Quantity)> Of(Position position, PositionClosing? closing)
    {
        // What is sold and not bought back yet says how many units are still to be covered.
        var sold = position.Legs.Where(leg => !leg.IsLong).Max(leg => position.Quantity - ((closing?.ClosedOf(leg) ?? 0) / Math.Abs(leg.Ratio)));
        return position.Legs
            .Where(leg => leg.IsLong)
            .Select(leg => (leg.Symbol, Quantity: Math.Min(leg.Ratio * sold, (leg.Ratio * position.Quantity) - (closing?.ClosedOf(leg) ?? 0)) - Ordered(leg.Symbol, closing)))
            .Where(claim => claim.Quantity > 0);
    }

    private static decimal Ordered(string symbol, PositionClosing? closing) => closing?.Orders.Sum(order => order.RemainingOf(symbol, OrderSide.Sell)) ?? 0;
}
