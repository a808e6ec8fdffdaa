using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Ports.Broker;

/// <summary>One account at the broker, for those who close positions. Calls that change something are never retried.</summary>
/// <remarks>Its reads may take the whole budget of calls.</remarks>
public interface IBroker : IBrokerReads
{
    /// <summary>Asks the broker to close so many of a position at the market. Never retried.</summary>
    /// <param name="symbol">The option's or stock's own symbol.</param>
    /// <param name="quantity">Above 0, at most what is held; the broker refuses more.</param>
    /// <param name="cancellationToken">Ends the wait for the answer, not the order.</param>
    Task<SubmitOutcome> ClosePositionAsync(string symbol, decimal quantity, CancellationToken cancellationToken);

    /// <summary>Sends one order. Never retried: an unknown outcome is resolved by looking for its client order id.</summary>
    /// <param name="ticket">One that <see cref="TicketCheck"/> finds nothing wrong with.</param>
    /// <param name="cancellationToken">Ends the wait for the answer, not the order.</param>
    Task<SubmitOutcome> SubmitOrderAsync(OrderTicket ticket, CancellationToken cancellationToken);

    /// <summary>Asks the broker to cancel one order. Never retried.</summary>
    Task<CancelOutcome> CancelOrderAsync(string orderId, CancellationToken cancellationToken);

    /// <summary>Tells the broker not to exercise a long option that expires in the money. Never retried.</summary>
    Task<InstructionOutcome> DoNotExerciseAsync(string symbol, CancellationToken cancellationToken);
}
