using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Ports.Broker;

/// <summary>The same account, for those who open positions. Whatever befalls it, those who close have a client of their own.</summary>
/// <remarks>Its calls leave the share of the budget free that closes need: what would take of it is not sent, and fails or is told to wait.</remarks>
public interface IEntryBroker : IBrokerReads
{
    /// <summary>Sends one opening order. Never retried: an unknown outcome is resolved by looking for its client order id.</summary>
    /// <param name="ticket">One that <see cref="TicketCheck"/> finds nothing wrong with.</param>
    /// <param name="cancellationToken">Ends the wait for the answer, not the order.</param>
    Task<SubmitOutcome> SubmitOrderAsync(OrderTicket ticket, CancellationToken cancellationToken);

    /// <summary>Asks the broker to cancel one order. Never retried.</summary>
    Task<CancelOutcome> CancelOrderAsync(string orderId, CancellationToken cancellationToken);
}
