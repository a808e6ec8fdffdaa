using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>Writes down how a position came into the account: by an order of its owner's, filled at once.</summary>
internal sealed class PastPurchase(VenueState state)
{
    /// <param name="quantity">Positive bought, negative sold short.</param>
    /// <param name="price">USD per share.</param>
    public void Record(string symbol, ListedContract? contract, int quantity, decimal price, DateTimeOffset at)
    {
        var size = Math.Abs(quantity);
        var order = new VenueOrder
        {
            Id = state.Ids.Next(),
            ClientOrderId = state.Ids.Next().ToString(),
            Symbol = symbol,
            Contract = contract,
            Side = quantity > 0 ? OrderSide.Buy : OrderSide.Sell,
            Kind = OrderKind.Limit,
            LimitPrice = price,
            Quantity = size,
            FilledQuantity = size,
            FilledValue = size * price,
            Intent = quantity > 0 ? PositionIntent.BuyToOpen : PositionIntent.SellToOpen,
            Status = OrderStatus.Filled,
            Origin = OrderOrigin.Owner,
            CreatedAt = at,
            UpdatedAt = at,
            WorksFrom = at,
            FilledAt = at,
        };
        state.Orders.Add(order);
        state.Activities.Fill(order, size, price, -quantity * price * order.Multiplier, at);
    }
}
