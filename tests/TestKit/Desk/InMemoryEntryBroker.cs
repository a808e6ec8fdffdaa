using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.TestKit.Desk;

/// <summary>The entries' own way to an <see cref="InMemoryBroker"/>: it can be down while all others work.</summary>
public sealed class InMemoryEntryBroker(InMemoryBroker broker, EffectCounter effects) : IEntryBroker
{
    /// <summary>While set, nothing arrives: reads fail with these words, and changes have no known outcome.</summary>
    public string? Down { get; set; }

    /// <summary>Every order that was sent, in order, whatever came of it.</summary>
    public List<OrderTicket> Tickets { get; } = [];

    /// <summary>Every order that was asked to be cancelled.</summary>
    public List<string> Cancels { get; } = [];

    /// <summary>Runs while an order is on its way, before the broker hears of it.</summary>
    public Func<Task>? BeforeSubmit { get; set; }

    public Task<BrokerRead<IReadOnlyList<BrokerPosition>>> GetPositionsAsync(CancellationToken cancellationToken) =>
        ReadAsync(() => broker.GetPositionsAsync(cancellationToken));

    public Task<BrokerRead<BrokerHolding>> GetHoldingAsync(string symbol, CancellationToken cancellationToken) =>
        ReadAsync(() => broker.GetHoldingAsync(symbol, cancellationToken));

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersAsync(string symbol, DateTimeOffset since, CancellationToken cancellationToken) =>
        ReadAsync(() => broker.GetOrdersAsync(symbol, since, cancellationToken));

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOpenOrdersAsync(CancellationToken cancellationToken) =>
        ReadAsync(() => broker.GetOpenOrdersAsync(cancellationToken));

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        ReadAsync(() => broker.GetOrdersSinceAsync(since, cancellationToken));

    public Task<BrokerRead<Order>> GetOrderAsync(string orderId, CancellationToken cancellationToken) =>
        ReadAsync(() => broker.GetOrderAsync(orderId, cancellationToken));

    public Task<BrokerRead<OrderLookup>> GetOrderByClientIdAsync(string clientOrderId, CancellationToken cancellationToken) =>
        ReadAsync(() => broker.GetOrderByClientIdAsync(clientOrderId, cancellationToken));

    public Task<BrokerRead<IReadOnlyList<Fill>>> GetFillsAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        ReadAsync(() => broker.GetFillsAsync(since, cancellationToken));

    public Task<BrokerRead<IReadOnlyList<AccountActivity>>> GetActivitiesAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        ReadAsync(() => broker.GetActivitiesAsync(since, cancellationToken));

    public async Task<SubmitOutcome> SubmitOrderAsync(OrderTicket ticket, CancellationToken cancellationToken)
    {
        effects.Check();
        Tickets.Add(ticket);
        await (BeforeSubmit?.Invoke() ?? Task.CompletedTask).ConfigureAwait(false);
        return Down is { } why ? new SubmitOutcome.Unknown(why) : await broker.SubmitOrderAsync(ticket, cancellationToken).ConfigureAwait(false);
    }

    public Task<CancelOutcome> CancelOrderAsync(string orderId, CancellationToken cancellationToken)
    {
        effects.Check();
        Cancels.Add(orderId);
        return Down is null ? broker.CancelOrderAsync(orderId, cancellationToken) : Task.FromResult(CancelOutcome.Unknown);
    }

    private Task<BrokerRead<T>> ReadAsync<T>(Func<Task<BrokerRead<T>>> read)
        where T : class
    {
        effects.Check();
        return Down is { } why ? Task.FromResult(BrokerRead<T>.Failed(why)) : read();
    }
}
