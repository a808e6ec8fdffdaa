using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>What the broker said of one displaced order and its contract. Only complete, successful reads become one.</summary>
/// <param name="At">The broker's clock.</param>
/// <param name="Order">The displaced order, as it is now.</param>
/// <param name="Held">Signed contracts or shares of its symbol.</param>
/// <param name="Orders">Open orders of its symbol.</param>
public sealed record DisplacedLook(DateTimeOffset At, Order Order, decimal Held, IReadOnlyList<Order> Orders)
{
    /// <summary>The order with the client id of its return; null if the broker says that there is none, or was not asked.</summary>
    public Order? ByClientId { get; init; }

    /// <summary>True if the search by client id was made.</summary>
    public bool IsSearched { get; init; }

    /// <summary>Contracts or shares that an order on the displaced one's side can close: held, less what other orders hold; 0 or more.</summary>
    public decimal Free => Math.Max(0, (Order.Side == OrderSide.Sell ? Held : -Held)
        - Orders.Where(other => other.Id != Order.Id).Sum(other => other.RemainingOf(Order.Symbol, Order.Side)));
}
