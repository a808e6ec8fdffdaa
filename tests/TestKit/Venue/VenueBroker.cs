using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.TestKit.Venue;

/// <summary>The simulator's venue behind the broker's port, without a wire: what HTTP and the real adapter make of it, in memory.</summary>
public sealed class VenueBroker(SimulatedVenue venue) : IBroker
{
    private int _asked;

    /// <summary>Closes and orders that were asked for so far, refused ones too.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public Task<BrokerRead<IReadOnlyList<BrokerPosition>>> GetPositionsAsync(CancellationToken cancellationToken) =>
        Read<IReadOnlyList<BrokerPosition>>([.. venue.Positions().Select(valued => new BrokerPosition(
            valued.Position.Symbol,
            valued.Position.Contract is null ? "us_equity" : "us_option",
            valued.Position.Quantity,
            valued.Position.AverageEntryPrice))]);

    public Task<BrokerRead<BrokerHolding>> GetHoldingAsync(string symbol, CancellationToken cancellationToken) =>
        Read(new BrokerHolding(venue.Position(symbol)?.Position.Quantity ?? 0));

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersAsync(string symbol, DateTimeOffset since, CancellationToken cancellationToken) =>
        Read(Sorted(Parents()
            .SelectMany(order => VenueOrders.Apart(order, venue.Legs(order)))
            .Where(order => order.Symbol == symbol && (order.IsWorking || order.CreatedAt >= since))));

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOpenOrdersAsync(CancellationToken cancellationToken) =>
        Read(Sorted(Parents().Where(order => order.IsLive).Select(Whole)));

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        Read(Sorted(Parents().Where(order => order.CreatedAt >= since).Select(Whole)));

    public Task<BrokerRead<Order>> GetOrderAsync(string orderId, CancellationToken cancellationToken) =>
        Guid.TryParse(orderId, out var id) && venue.Order(id) is { } order
            ? Read(Whole(order))
            : Task.FromResult(BrokerRead<Order>.Failed($"GET /v2/orders/{orderId}: HTTP 404"));

    public Task<BrokerRead<OrderLookup>> GetOrderByClientIdAsync(string clientOrderId, CancellationToken cancellationToken) =>
        Read(new OrderLookup(venue.OrderByClientId(clientOrderId) is { } order ? Whole(order) : null));

    public Task<BrokerRead<IReadOnlyList<Fill>>> GetFillsAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Fill>>([.. venue.Activities()
            .Where(activity => activity.Fill is not null && activity.At >= since)
            .Select(VenueHistory.FillOf)
            .OrderBy(fill => fill.At)
            .ThenBy(fill => fill.Id, StringComparer.Ordinal)]);

    public Task<BrokerRead<IReadOnlyList<AccountActivity>>> GetActivitiesAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<AccountActivity>>([.. venue.Activities()
            .Select(VenueHistory.ActivityOf)
            .Where(activity => activity.At is { } at ? at >= since : activity.Date >= NewYork.DateOf(since))
            .OrderBy(activity => activity.Date)
            .ThenBy(activity => activity.At ?? DateTimeOffset.MaxValue)
            .ThenBy(activity => activity.Id, StringComparer.Ordinal)]);

    public Task<SubmitOutcome> ClosePositionAsync(string symbol, decimal quantity, CancellationToken cancellationToken) =>
        Task.FromResult(Submitted(venue.Close(symbol, (int)quantity)));

    public Task<SubmitOutcome> SubmitOrderAsync(OrderTicket ticket, CancellationToken cancellationToken)
    {
        if (TicketCheck.Problem(ticket) is { } problem)
        {
            throw new ArgumentException(problem, nameof(ticket));
        }

        return Task.FromResult(Submitted(ticket.IsMultiLeg
            ? venue.Submit(VenueOrders.PackageOf(ticket))
            : venue.Submit(VenueOrders.RequestOf(ticket))));
    }

    public Task<CancelOutcome> CancelOrderAsync(string orderId, CancellationToken cancellationToken) => Task.FromResult(
        Guid.TryParse(orderId, out var id) && venue.Cancel(id).Granted ? CancelOutcome.Requested : CancelOutcome.NotCancelable);

    public Task<InstructionOutcome> DoNotExerciseAsync(string symbol, CancellationToken cancellationToken) => Task.FromResult<InstructionOutcome>(
        venue.DoNotExercise(symbol) is { Granted: false, Refusal: var refusal }
            ? new InstructionOutcome.Refused(refusal.HttpStatus, refusal.Code, refusal.Message)
            : new InstructionOutcome.Accepted());

    private IEnumerable<VenueOrder> Parents() => venue.Orders().Where(order => !order.IsLeg);

    private Order Whole(VenueOrder order) => VenueOrders.Whole(order, venue.Legs(order));

    private SubmitOutcome Submitted(VenueAnswer<VenueOrder> answer)
    {
        Interlocked.Increment(ref _asked);
        return answer.Granted
            ? new SubmitOutcome.Accepted(Whole(answer.Value))
            : new SubmitOutcome.Refused(answer.Refusal.HttpStatus, answer.Refusal.Code, answer.Refusal.Message);
    }

    private static IReadOnlyList<Order> Sorted(IEnumerable<Order> orders) =>
        [.. orders.OrderBy(order => order.CreatedAt).ThenBy(order => order.Id, StringComparer.Ordinal)];

    private static Task<BrokerRead<T>> Read<T>(T value)
        where T : class => Task.FromResult(BrokerRead<T>.Of(value));
}
