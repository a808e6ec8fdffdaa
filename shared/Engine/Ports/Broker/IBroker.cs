using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Engine.Ports.Broker;

/// <summary>One account at the broker. Reads may be retried inside; calls that change something never are.</summary>
public interface IBroker
{
    /// <summary>Everything held, in one call.</summary>
    Task<BrokerRead<IReadOnlyList<BrokerPosition>>> GetPositionsAsync(CancellationToken cancellationToken);

    /// <summary>What is held of one symbol; a plain "no such position" is a holding of 0, any other failure a failed read.</summary>
    Task<BrokerRead<BrokerHolding>> GetHoldingAsync(string symbol, CancellationToken cancellationToken);

    /// <summary>All open orders of a symbol, and all others of it created at or after <paramref name="since"/>.</summary>
    Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersAsync(string symbol, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>One order by the broker's id; an unknown id is a failed read.</summary>
    Task<BrokerRead<Order>> GetOrderAsync(string orderId, CancellationToken cancellationToken);

    /// <summary>All fills of the account at or after an instant, oldest first.</summary>
    Task<BrokerRead<IReadOnlyList<Fill>>> GetFillsAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Asks the broker to close so many of a position at the market. Never retried.</summary>
    /// <param name="symbol">The option's or stock's own symbol.</param>
    /// <param name="quantity">Above 0, at most what is held; the broker refuses more.</param>
    /// <param name="cancellationToken">Ends the wait for the answer, not the order.</param>
    Task<SubmitOutcome> ClosePositionAsync(string symbol, decimal quantity, CancellationToken cancellationToken);

    /// <summary>Asks the broker to cancel one order. Never retried.</summary>
    Task<CancelOutcome> CancelOrderAsync(string orderId, CancellationToken cancellationToken);
}
