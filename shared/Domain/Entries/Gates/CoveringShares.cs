using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Counts the shares that may cover a call that is sold: those held long and spoken for by nothing.</summary>
public static class CoveringShares
{
    /// <summary>Shares, below 0 if more is spoken for than is held; null if that cannot be known: an adjusted call is sold, or a read is missing.</summary>
    /// <param name="underlying">As option roots write it.</param>
    /// <param name="multiplier">Shares that a standard call of it delivers.</param>
    /// <param name="holdings">Everything that the broker lists.</param>
    /// <param name="orders">All open orders.</param>
    /// <param name="positions">The ledger's live positions: shares that are being closed cover nothing.</param>
    /// <param name="own">The client id of an order whose calls are not to count; null if there is none.</param>
    public static decimal? Free(
        string underlying, int multiplier, IReadOnlyList<BrokerPosition>? holdings, IReadOnlyList<Order>? orders, IReadOnlyList<Position>? positions, string? own)
    {
        if (holdings is null || orders is null || positions is null)
        {
            return null;
        }

        var others = orders.Where(order => order.IsWorking && order.ClientOrderId != own).ToList();
        var calls = holdings.Where(holding => holding.Quantity < 0).Select(holding => (holding.Symbol, Quantity: -holding.Quantity))
            .Concat(others.SelectMany(SoldToOpen))
            .Select(sold => (Contract: OccSymbol.TryParse(sold.Symbol, out var contract, out _) ? contract : null, sold.Quantity))
            .Where(sold => sold.Contract is { Right: OptionRight.Call } call && call.Underlying == underlying)
            .ToList();
        if (calls.Exists(sold => sold.Contract!.IsAdjusted))
        {
            return null;
        }

        var stock = holdings.Where(holding => IsStockOf(holding.Symbol, underlying)).ToList();
        var leaving = stock.Sum(holding => Math.Max(
            others.Sum(order => order.RemainingOf(holding.Symbol, OrderSide.Sell)),
            positions.Where(position => position.Status == PositionStatus.Closing && position.Symbol() == holding.Symbol).Sum(position => position.Quantity)));
        var unsized = others.Exists(order => order.Quantity == 0 && IsStockOf(order.Symbol, underlying) && order.Side == OrderSide.Sell);
        return unsized ? null : stock.Sum(holding => holding.Quantity) - leaving - (calls.Sum(sold => sold.Quantity) * multiplier);
    }

    private static IEnumerable<(string Symbol, decimal Quantity)> SoldToOpen(Order order) => order.Legs.Count == 0
        ? order.Side == OrderSide.Sell && order.Intent?.IsClosing() != true ? [(order.Symbol, order.RemainingQuantity)] : []
        : order.Legs.Where(leg => leg.Side == OrderSide.Sell && leg.Intent?.IsClosing() != true).Select(leg => (leg.Symbol, order.RemainingOf(leg.Symbol, OrderSide.Sell)));

    private static bool IsStockOf(string symbol, string underlying) => !OccSymbol.LooksLikeOption(symbol) && StockSymbol.OptionRoot(symbol) == underlying;

    private static string Symbol(this Position position) => position.MainLeg.Symbol;
}
