using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Ports;

/// <summary>The venue as one process reaches it: late, out of order, and with all that can go wrong on the way.</summary>
internal sealed class GatedBroker(Wire wire, IBroker venue) : IBroker, IEntryBroker, IBrokerBudget
{
    private readonly GatedReads _reads = new(wire);
    private readonly GatedChanges _changes = new(wire);

    public int? CallsLeft => Now.Left;

    public CallBudget Now => new(200, TimeSpan.FromMinutes(1));

    public async Task<BrokerRead<IReadOnlyList<BrokerPosition>>> GetPositionsAsync(CancellationToken cancellationToken)
    {
        var seenAt = DateTimeOffset.MinValue;
        var read = await _reads.ReadAsync("positions", () => Seen(venue.GetPositionsAsync(cancellationToken), out seenAt), cancellationToken).ConfigureAwait(false);
        if (read.Succeeded && read.Value.Count > 0 && wire.Strikes(DayFault.EmptyPositions, isRarer: DeskJob.Current?.Subject.Length > 0) is not null)
        {
            wire.Note("positions", "an empty list");
            return BrokerRead<IReadOnlyList<BrokerPosition>>.Of([]);
        }

        return Looked(read, seenAt);
    }

    public async Task<BrokerRead<BrokerHolding>> GetHoldingAsync(string symbol, CancellationToken cancellationToken)
    {
        var seenAt = DateTimeOffset.MinValue;
        var read = await _reads.ReadAsync("holding", () => Seen(venue.GetHoldingAsync(symbol, cancellationToken), out seenAt), cancellationToken).ConfigureAwait(false);
        return Looked(read, seenAt);
    }

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersAsync(string symbol, DateTimeOffset since, CancellationToken cancellationToken) =>
        OrdersAsync("orders of", () => venue.GetOrdersAsync(symbol, since, cancellationToken), cancellationToken);

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOpenOrdersAsync(CancellationToken cancellationToken) =>
        OrdersAsync("open orders", () => venue.GetOpenOrdersAsync(cancellationToken), cancellationToken);

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        OrdersAsync("orders since", () => venue.GetOrdersSinceAsync(since, cancellationToken), cancellationToken);

    public async Task<BrokerRead<Order>> GetOrderAsync(string orderId, CancellationToken cancellationToken)
    {
        var read = await _reads.ReadAsync("order", () => venue.GetOrderAsync(orderId, cancellationToken), cancellationToken).ConfigureAwait(false);
        return read.Succeeded && wire.Strikes(DayFault.UnknownStatus) is not null ? BrokerRead<Order>.Of(Odd(read.Value)) : read;
    }

    public async Task<BrokerRead<OrderLookup>> GetOrderByClientIdAsync(string clientOrderId, CancellationToken cancellationToken)
    {
        var read = await _reads.ReadAsync("order by id", () => venue.GetOrderByClientIdAsync(clientOrderId, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (read.Succeeded)
        {
            wire.World.Watch.Searched(clientOrderId);
        }

        return read;
    }

    public Task<BrokerRead<IReadOnlyList<Fill>>> GetFillsAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        _reads.ReadAsync("fills", () => venue.GetFillsAsync(since, cancellationToken), cancellationToken);

    public Task<BrokerRead<IReadOnlyList<AccountActivity>>> GetActivitiesAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        _reads.ReadAsync("activities", () => venue.GetActivitiesAsync(since, cancellationToken), cancellationToken);

    public Task<SubmitOutcome> ClosePositionAsync(string symbol, decimal quantity, CancellationToken cancellationToken) =>
        _changes.SubmitAsync(Submission.OfClose(symbol, quantity, wire.World, DeskJob.Current), () => venue.ClosePositionAsync(symbol, quantity, cancellationToken), cancellationToken);

    public Task<SubmitOutcome> SubmitOrderAsync(OrderTicket ticket, CancellationToken cancellationToken) =>
        _changes.SubmitAsync(Submission.Of(ticket, wire.World, DeskJob.Current), () => venue.SubmitOrderAsync(ticket, cancellationToken), cancellationToken);

    public Task<CancelOutcome> CancelOrderAsync(string orderId, CancellationToken cancellationToken)
    {
        wire.World.Watch.Cancels(orderId);
        return _changes.ChangeAsync(
            $"cancel {orderId}", () => venue.CancelOrderAsync(orderId, cancellationToken), outcome => outcome == CancelOutcome.Requested,
            _ => CancelOutcome.Unknown, _ => CancelOutcome.Unknown, cancellationToken);
    }

    public Task<InstructionOutcome> DoNotExerciseAsync(string symbol, CancellationToken cancellationToken) => _changes.ChangeAsync<InstructionOutcome>(
        $"do not exercise {symbol}", () => venue.DoNotExerciseAsync(symbol, cancellationToken), outcome => outcome is InstructionOutcome.Accepted,
        why => new InstructionOutcome.Unknown(why), wait => new InstructionOutcome.RateLimited(wait), cancellationToken);

    private async Task<BrokerRead<IReadOnlyList<Order>>> OrdersAsync(
        string what, Func<Task<BrokerRead<IReadOnlyList<Order>>>> read, CancellationToken cancellationToken)
    {
        var orders = await _reads.ReadAsync(what, read, cancellationToken).ConfigureAwait(false);
        return orders.Succeeded && orders.Value.Count > 0 && wire.Strikes(DayFault.UnknownStatus) is not null
            ? BrokerRead<IReadOnlyList<Order>>.Of([.. orders.Value.Select(Odd)])
            : orders;
    }

    // What an answer tells is as old as the instant at which the venue gave it.
    private Task<BrokerRead<T>> Seen<T>(Task<BrokerRead<T>> answer, out DateTimeOffset at)
        where T : class
    {
        at = wire.World.Loop.Now;
        return answer;
    }

    private BrokerRead<T> Looked<T>(BrokerRead<T> read, DateTimeOffset seenAt)
        where T : class
    {
        if (read.Succeeded)
        {
            wire.World.Watch.Looked(seenAt);
        }

        return read;
    }

    private static Order Odd(Order order) => order with { Status = OrderStatus.Unknown, StatusText = "awaiting_settlement_review" };
}
