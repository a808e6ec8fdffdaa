using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Engine.Ports.Broker;

/// <summary>What one account at the broker tells. Nothing here changes anything; reads may be retried inside.</summary>
/// <remarks>
/// Asked for by this name, calls leave the share of the budget free that closes need: a read that would take of it fails instead.
/// </remarks>
public interface IBrokerReads
{
    /// <summary>Everything held, in one call.</summary>
    Task<BrokerRead<IReadOnlyList<BrokerPosition>>> GetPositionsAsync(CancellationToken cancellationToken);

    /// <summary>What is held of one symbol; a plain "no such position" is a holding of 0, any other failure a failed read.</summary>
    Task<BrokerRead<BrokerHolding>> GetHoldingAsync(string symbol, CancellationToken cancellationToken);

    /// <summary>
    /// All open orders of a symbol, and all others of it created at or after <paramref name="since"/>. A leg of a multi-leg
    /// order is an order of its own here, under the id of the order that can be cancelled.
    /// </summary>
    Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersAsync(string symbol, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>All open orders of the account, of all symbols, oldest first; multi-leg orders with their legs inside.</summary>
    Task<BrokerRead<IReadOnlyList<Order>>> GetOpenOrdersAsync(CancellationToken cancellationToken);

    /// <summary>All orders created at or after an instant, open or not, oldest first; multi-leg orders with their legs inside.</summary>
    Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersSinceAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>One order by the broker's id, with its legs; an unknown id is a failed read.</summary>
    Task<BrokerRead<Order>> GetOrderAsync(string orderId, CancellationToken cancellationToken);

    /// <summary>One order by its sender's id, with its legs; a plain "no such order" is a lookup without order.</summary>
    Task<BrokerRead<OrderLookup>> GetOrderByClientIdAsync(string clientOrderId, CancellationToken cancellationToken);

    /// <summary>All fills of the account at or after an instant, oldest first.</summary>
    Task<BrokerRead<IReadOnlyList<Fill>>> GetFillsAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>
    /// The account's history at or after an instant, oldest first, kinds that are not known among it. What bears only a day
    /// is told from the instant's New York day on; what happened over night may appear a day late, under the day before.
    /// </summary>
    Task<BrokerRead<IReadOnlyList<AccountActivity>>> GetActivitiesAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
