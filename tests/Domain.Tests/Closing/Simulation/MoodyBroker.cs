using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;

namespace ExitDesk.Domain.Tests.Closing.Simulation;

/// <summary>A broker in one contract, with an owner who trades it too. Moody for a while, then well-behaved.</summary>
/// <remarks>
/// It guards what Alpaca guards: a quantity that is not held, or that an open order holds, is refused. All else may go wrong:
/// answers get lost, orders show up late, fill in parts, are rejected or cancelled, reads are old or empty, but not empty twice in a row.
/// </remarks>
internal sealed class MoodyBroker(Random random, DateTimeOffset now)
{
    /// <summary>Longest time until an accepted order is listed. The protocol relies on less than ten seconds.</summary>
    private const int LatestListing = 8;

    private readonly DateTimeOffset _moodyUntil = now.AddMinutes(random.Next(0, 30));
    private readonly List<TrackedOrder> _orders = [];
    private bool _wasEmpty;

    public DateTimeOffset Now { get; private set; } = now;

    public decimal Held { get; private set; } = 10;

    public decimal OurLiveQuantity => Ours.Sum(order => order.Current.RemainingQuantity);

    public decimal OurFills => Ours.Sum(order => order.Current.FilledQuantity);

    private IEnumerable<TrackedOrder> Ours => _orders.Where(order => order.IsOurs);

    private bool IsMoody => Now < _moodyUntil;

    private decimal Available => Held - _orders.Sum(order => order.Current.RemainingQuantity);

    /// <summary>Moves on, second by second for the first minute of a longer time.</summary>
    public void AdvanceTo(DateTimeOffset until)
    {
        for (var i = 0; i < 60 && Now < until; i++)
        {
            Now = Now.AddSeconds(1) < until ? Now.AddSeconds(1) : until;
            OwnerActs();
            foreach (var order in _orders.Where(order => order.Current.IsWorking))
            {
                Progress(order);
            }
        }

        Now = until > Now ? until : Now;
    }

    /// <summary>Close-position. Null if the answer never reached the ledger.</summary>
    public CloseAttempt? Close(CloseAttempt attempt)
    {
        if (IsMoody && Hits(10))
        {
            return attempt with { Outcome = AttemptOutcome.RateLimited, RetryAfter = Now.AddSeconds(random.Next(1, 10)) };
        }

        if (IsMoody && Hits(10))
        {
            return Lost(attempt);
        }

        if (attempt.Quantity > Available || (IsMoody && Hits(15)))
        {
            return IsMoody && Hits(20) ? Lost(attempt) : attempt with { Outcome = AttemptOutcome.Refused };
        }

        var order = Add(attempt.Quantity, "ours", isOurs: true);
        order.ListedAt = Now.AddSeconds(IsMoody ? random.Next(0, LatestListing) : 0);
        return IsMoody && Hits(30) ? Lost(attempt) : attempt with { Outcome = AttemptOutcome.Accepted, OrderId = order.Current.Id };
    }

    public Order Find(string id) => _orders.Single(order => order.Current.Id == id).Current;

    public void Cancel(string id)
    {
        var order = _orders.Single(order => order.Current.Id == id);
        if (order.Current.IsWorking && !(IsMoody && Hits(20)))
        {
            order.Become(order.Current with { Status = OrderStatus.PendingCancel });
        }
    }

    public CloseLook LookAtOrders(PositionClosing closing) =>
        new(Now, null, [.. closing.Orders.Where(order => order.IsWorking).Select(order => Read(_orders.Single(other => other.Current.Id == order.Id)))]);

    public CloseLook LookAtAll()
    {
        _wasEmpty = IsMoody && !_wasEmpty && Hits(10);
        return new CloseLook(Now, new Dictionary<string, decimal> { [SamplePositions.Symbol] = _wasEmpty ? 0 : Held }, [.. _orders.Where(order => order.ListedAt <= Now).Select(Read)]);
    }

    private CloseAttempt? Lost(CloseAttempt attempt) => Hits(50) ? null : attempt with { Outcome = AttemptOutcome.Unknown };

    // The owner rests orders and sells, in sizes of his own.
    private void OwnerActs()
    {
        if (!IsMoody || !Hits(3) || Available < 1)
        {
            return;
        }

        var order = Add(random.Next(1, (int)Math.Min(4, Available) + 1), "owners", isOurs: false);
        if (Hits(50))
        {
            Fill(order, order.Current.Quantity);
        }
    }

    private void Progress(TrackedOrder order)
    {
        if (order.Current.Status == OrderStatus.PendingCancel)
        {
            if (!IsMoody || Hits(40))
            {
                End(order, OrderStatus.Canceled);
            }
            else if (Hits(20))
            {
                Fill(order, 1);
            }
        }
        else if (order.IsOurs && (!IsMoody || Hits(20)))
        {
            Fill(order, IsMoody ? random.Next(1, (int)order.Current.RemainingQuantity + 1) : order.Current.RemainingQuantity);
        }
        else if (order.IsOurs && Hits(10))
        {
            End(order, order.Current.FilledQuantity == 0 && Hits(50) ? OrderStatus.Rejected : OrderStatus.Canceled);
        }
        else if (IsMoody && Hits(2))
        {
            order.Become(order.Current with { Status = OrderStatus.Unknown });
        }
    }

    private TrackedOrder Add(decimal quantity, string owner, bool isOurs)
    {
        var order = new TrackedOrder(
            SampleClosings.Order(OrderStatus.New, quantity: quantity, id: $"{owner}-{_orders.Count + 1}") with { CreatedAt = Now }, isOurs)
        {
            ListedAt = Now,
        };
        _orders.Add(order);
        return order;
    }

    private void Fill(TrackedOrder order, decimal quantity)
    {
        var filled = order.Current.FilledQuantity + quantity;
        Held -= quantity;
        order.Become(order.Current with
        {
            FilledQuantity = filled,
            FilledAveragePrice = 1.50m,
            FilledAt = Now,
            Status = filled == order.Current.Quantity ? OrderStatus.Filled
                : order.Current.Status == OrderStatus.PendingCancel ? OrderStatus.PendingCancel : OrderStatus.PartiallyFilled,
        });
    }

    private static void End(TrackedOrder order, OrderStatus status) => order.Become(order.Current with { Status = status });

    private Order Read(TrackedOrder order) => IsMoody && Hits(20) ? order.Before : order.Current;

    private bool Hits(int percent) => random.Next(100) < percent;
}
