using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Tests.Closing.Simulation;
using ExitDesk.Domain.Tests.Samples;

namespace ExitDesk.Domain.Tests.Entries.Simulation;

/// <summary>A broker that takes opening orders, beside an owner who sells the shares behind them. Moody for a while, then well-behaved.</summary>
/// <remarks>
/// It guards ids and nothing else: what is not covered is held against who sent it, unless the shares went within the seconds that no look can
/// close, when it is refused. Answers get lost on either side of it, orders show
/// up late, fill in parts, are rejected or cancelled, reads are old or fail.
/// </remarks>
internal sealed class EntryBroker(Random random, DateTimeOffset now)
{
    /// <summary>Longest time until an accepted order is found. The protocol relies on less than ten seconds.</summary>
    private const int LatestListing = 8;

    private readonly DateTimeOffset _moodyUntil = now.AddMinutes(random.Next(0, 25));
    private readonly List<TrackedOrder> _orders = [];
    private DateTimeOffset _soldAt = DateTimeOffset.MinValue;

    public DateTimeOffset Now { get; private set; } = now;

    /// <summary>Shares of XYZ.</summary>
    public decimal Shares { get; private set; }

    /// <summary>What it holds that would be naked; null while nothing is.</summary>
    public string? Broken { get; private set; }

    public IReadOnlyList<Order> Open => [.. _orders.Where(order => order.Current.IsWorking && order.ListedAt <= Now).Select(order => order.Current)];

    public IReadOnlyList<BrokerPosition> Holdings =>
    [
        .. Shares == 0 ? [] : (BrokerPosition[])[SamplePositions.Held("XYZ", Shares)],
        .. _orders.SelectMany(Fills).GroupBy(fill => fill.Symbol).Where(fills => fills.Sum(fill => fill.Quantity) != 0).Select(fills => SamplePositions.Held(fills.Key, fills.Sum(fill => fill.Quantity))),
    ];

    private bool IsMoody => Now < _moodyUntil;

    public void Own(decimal shares) => Shares = shares;

    public bool HasLive(string client) => _orders.Exists(order => order.Current.ClientOrderId == client && order.Current.IsWorking);

    public decimal FilledOf(string client) => _orders.Where(order => order.Current.ClientOrderId == client).Sum(order => order.Current.FilledQuantity);

    public void AdvanceTo(DateTimeOffset until)
    {
        for (var i = 0; i < 60 && Now < until; i++)
        {
            Now = Now.AddSeconds(1) < until ? Now.AddSeconds(1) : until;
            // Shares behind a call that is being sold are the broker's to hold; the owner sells others.
            if (IsMoody && Hits(1) && Shares >= 100 && !_orders.Exists(order => order.Current.IsWorking))
            {
                (Shares, _soldAt) = (Shares - 100, Now);
            }

            foreach (var order in _orders.Where(order => order.Current.IsWorking))
            {
                Progress(order);
            }
        }

        Now = until > Now ? until : Now;
    }

    /// <summary>Takes an order. Null if the answer never reached the ledger.</summary>
    public EntryAttempt? Send(EntryAttempt attempt, Recommendation recommendation)
    {
        if (IsMoody && Hits(10))
        {
            return attempt with { Outcome = AttemptOutcome.RateLimited, RetryAfter = Now.AddSeconds(random.Next(1, 10)) };
        }

        if (IsMoody && Hits(20))
        {
            return Lost(attempt);
        }

        if (_orders.Exists(order => order.Current.ClientOrderId == attempt.Ticket.ClientOrderId))
        {
            return attempt with { Outcome = AttemptOutcome.Unknown, IsSaidToExist = true };
        }

        if (IsMoody && Hits(5))
        {
            return IsMoody && Hits(50) ? Lost(attempt) : attempt with { Outcome = AttemptOutcome.Refused, Detail = "in a mood" };
        }

        if (recommendation.Action == EntryAction.SellCall && Shares < 100 * attempt.Ticket.Quantity)
        {
            Broken = Now - _soldAt > EntryLimits.VerdictHolds ? "a call was sold without its shares" : null;
            return attempt with { Outcome = AttemptOutcome.Refused, Detail = "not covered" };
        }

        var added = Add(attempt.Ticket);
        return IsMoody && Hits(30) ? Lost(attempt) : attempt with { Outcome = AttemptOutcome.Accepted, OrderId = added.Id };
    }

    public Order Find(string id) => _orders.Single(order => order.Current.Id == id).Current;

    /// <summary>Null if the read failed.</summary>
    public EntryLook? Look(string client, decimal? freeShares)
    {
        var found = _orders.Find(order => order.Current.ClientOrderId == client && order.ListedAt <= Now);
        return IsMoody && Hits(10) ? null : new EntryLook(Now, found is null ? null : IsMoody && Hits(20) ? found.Before : found.Current) { FreeShares = freeShares };
    }

    public void Cancel(string id)
    {
        var order = _orders.Single(order => order.Current.Id == id);
        if (order.Current.IsWorking && !(IsMoody && Hits(20)))
        {
            order.Become(order.Current with { Status = OrderStatus.PendingCancel });
        }
    }

    public bool Hits(int percent) => random.Next(100) < percent;

    private static IEnumerable<(string Symbol, decimal Quantity)> Fills(TrackedOrder order) => order.Current.Legs.Count == 0
        ? [(order.Current.Symbol, Signed(order.Current.Side, order.Current.FilledQuantity))]
        : order.Current.Legs.Select(leg => (leg.Symbol, Signed(leg.Side, leg.FilledQuantity)));

    private static decimal Signed(OrderSide side, decimal quantity) => side == OrderSide.Buy ? quantity : -quantity;

    private EntryAttempt? Lost(EntryAttempt attempt) => Hits(50) ? null : attempt with { Outcome = AttemptOutcome.Unknown };

    private Order Add(OrderTicket ticket)
    {
        var id = $"o{_orders.Count + 1}";
        var order = SampleClosings.Order(
            OrderStatus.New, quantity: ticket.Quantity, id: id, side: ticket.Legs[0].Side, symbol: ticket.IsMultiLeg ? "" : ticket.Legs[0].Symbol) with
        {
            ClientOrderId = ticket.ClientOrderId,
            LimitPrice = ticket.LimitPrice,
            Intent = ticket.IsMultiLeg ? null : ticket.Legs[0].Intent,
            CreatedAt = Now,
            Legs = ticket.IsMultiLeg ? [.. ticket.Legs.Select(leg => new LegReport($"{id}-{leg.Symbol}", leg.Symbol, leg.Side, leg.Intent, ticket.Quantity, 0, null))] : [],
        };
        _orders.Add(new TrackedOrder(order, isOurs: true) { ListedAt = Now.AddSeconds(IsMoody ? random.Next(0, LatestListing) : 0) });
        return order;
    }

    private void Progress(TrackedOrder order)
    {
        if (order.Current.Status == OrderStatus.PendingCancel)
        {
            if (!IsMoody || Hits(40))
            {
                order.Become(order.Current with { Status = OrderStatus.Canceled });
            }
            else if (Hits(20))
            {
                Fill(order, 1);
            }
        }
        else if (Hits(3))
        {
            Fill(order, IsMoody ? random.Next(1, (int)order.Current.RemainingQuantity + 1) : order.Current.RemainingQuantity);
        }
        else if (IsMoody && random.Next(1_000) < 5)
        {
            order.Become(order.Current with { Status = order.Current.FilledQuantity == 0 && Hits(50) ? OrderStatus.Rejected : Hits(50) ? OrderStatus.Canceled : OrderStatus.Unknown });
        }
    }

    private void Fill(TrackedOrder tracked, decimal quantity)
    {
        var order = tracked.Current;
        var filled = order.FilledQuantity + quantity;
        tracked.Become(order with
        {
            FilledQuantity = filled,
            FilledAveragePrice = 1.50m,
            FilledAt = Now,
            Status = filled == order.Quantity ? OrderStatus.Filled : order.Status == OrderStatus.PendingCancel ? order.Status : OrderStatus.PartiallyFilled,
            Legs = [.. order.Legs.Select(leg => leg with { FilledQuantity = filled, FilledAveragePrice = 1m })],
        });
    }
}
