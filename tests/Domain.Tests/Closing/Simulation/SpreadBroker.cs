using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Tests.Closing.Simulation;

/// <summary>A broker in the legs of one structure, with an owner who trades them too. Moody for a while, then well-behaved.</summary>
/// <remarks>It guards what Alpaca guards, id and quantity; all else may go wrong, as with <see cref="MoodyBroker"/>.</remarks>
internal sealed class SpreadBroker
{
    private const int LatestListing = 8;

    private readonly Random _random;
    private readonly Structure _structure;
    private readonly DateTimeOffset _moodyUntil;
    private readonly Dictionary<string, decimal> _held;
    private readonly List<TrackedOrder> _orders = [];
    private bool _wasOdd;

    public SpreadBroker(Random random, Structure structure, DateTimeOffset now)
    {
        (_random, _structure, Now) = (random, structure, now);
        _moodyUntil = now.AddMinutes(random.Next(0, 20));
        _held = structure.ClosingLegs.ToDictionary(leg => leg.Symbol, leg => leg.Ratio * structure.Units);
    }

    public DateTimeOffset Now { get; private set; }

    /// <summary>What went against an invariant; null while nothing did.</summary>
    public string? Broken { get; private set; }

    public bool HasLiveOrder => Ours.Any(order => order.Current.IsWorking);

    private IEnumerable<TrackedOrder> Ours => _orders.Where(order => order.IsOurs);

    private bool IsMoody => Now < _moodyUntil;

    public decimal Held(string symbol) => Math.Abs(_held[symbol]);

    public decimal OurFills(string symbol) => Ours.Sum(order => order.Current.FilledOf(symbol));

    public void AdvanceTo(DateTimeOffset until)
    {
        for (var i = 0; i < 60 && Now < until; i++)
        {
            Now = Now.AddSeconds(1) < until ? Now.AddSeconds(1) : until;
            OwnerActs();
            foreach (var order in _orders.Where(order => order.Current.IsWorking).ToList())
            {
                Progress(order);
            }
        }

        Now = until > Now ? until : Now;
    }

    public CloseQuotes Quotes() => IsMoody && Hits(20)
        ? CloseQuotes.Unread
        : new CloseQuotes(_structure.ClosingLegs.Where(_ => !IsMoody || !Hits(5)).ToDictionary(leg => leg.Symbol, _ =>
        {
            var bid = Hits(10) ? 0m : _random.Next(10, 200) / 100m;
            return new Quote(bid, bid + (_random.Next(1, 30) / 100m), Now);
        }));

    public CloseLook LookAtOrders(PositionClosing closing) =>
        new(Now, null, [.. closing.Orders.Where(order => order.IsWorking).Select(order => Read(Find(order.Id)))]);

    public CloseLook LookAtAll(PositionClosing closing)
    {
        _wasOdd = IsMoody && !_wasOdd && Hits(10);
        var missing = _wasOdd ? _random.Next(-1, _structure.ClosingLegs.Count) : int.MaxValue;
        var held = _structure.ClosingLegs.Where((_, index) => missing == int.MaxValue || (missing >= 0 && index != missing))
            .ToDictionary(leg => leg.Symbol, leg => _held[leg.Symbol]);
        var listed = _orders.Where(order => order.ListedAt <= Now).ToList();
        var asked = closing.LastAttempt is { IsOpenQuestion: true, ClientOrderId: { } id } ? id : null;
        return new CloseLook(Now, held, [.. listed.Select(Read)])
        {
            IsSearched = asked is not null,
            ByClientId = asked is null ? null : listed.Where(order => order.Current.ClientOrderId == asked).Select(Read).SingleOrDefault(),
        };
    }

    /// <summary>Takes what an attempt asks for. Null if the answer never reached the ledger.</summary>
    public CloseAttempt? Send(CloseAttempt attempt) => Take(attempt) switch
    {
        { Outcome: AttemptOutcome.Refused } when attempt.Sends > 1 => attempt with { Outcome = AttemptOutcome.Unknown, IsSaidToExist = true, EmptyLooks = [] },
        { Outcome: AttemptOutcome.RateLimited } when attempt.Sends > 1 => attempt with { Outcome = AttemptOutcome.Unknown, EmptyLooks = [] },
        var answer => answer,
    };

    private CloseAttempt? Take(CloseAttempt attempt)
    {
        if (IsMoody && Hits(8))
        {
            return attempt with { Outcome = AttemptOutcome.RateLimited, RetryAfter = Now.AddSeconds(_random.Next(1, 10)) };
        }

        if (IsMoody && Hits(8))
        {
            return Lost(attempt);
        }

        if (attempt.ClientOrderId is { } id && _orders.Any(order => order.Current.ClientOrderId == id))
        {
            return attempt with { Outcome = AttemptOutcome.Refused };
        }

        if (LegsOf(attempt).Any(leg => attempt.Quantity * leg.Ratio > Available(leg.Symbol)) || (IsMoody && Hits(15)))
        {
            return IsMoody && Hits(20) ? Lost(attempt) : attempt with { Outcome = AttemptOutcome.Refused };
        }

        var order = Add(attempt, isOurs: true);
        order.ListedAt = Now.AddSeconds(IsMoody ? _random.Next(0, LatestListing) : 0);
        return IsMoody && Hits(25) ? Lost(attempt) : attempt with { Outcome = AttemptOutcome.Accepted, OrderId = order.Current.Id };
    }

    public Order Show(string id) => Find(id).Current;

    public void Cancel(string id)
    {
        var order = Find(id);
        if (order.Current.IsWorking && !(IsMoody && Hits(20)))
        {
            order.Become(order.Current with { Status = OrderStatus.PendingCancel });
        }
    }

    private TrackedOrder Find(string id) => _orders.Single(order => order.Current.Id == id);

    private CloseAttempt? Lost(CloseAttempt attempt) => Hits(50) ? null : attempt with { Outcome = AttemptOutcome.Unknown };

    private decimal Available(string symbol) =>
        Held(symbol) - _orders.Sum(order => order.Current.RemainingOf(symbol, Leg(symbol).ClosingSide()));

    private PositionLeg Leg(string symbol) => _structure.ClosingLegs.Single(leg => leg.Symbol == symbol);

    private IReadOnlyList<OrderLeg> LegsOf(CloseAttempt attempt) =>
        attempt.ClientOrderId is null ? [Leg(attempt.Symbol!).Closing(1)] : attempt.Legs;

    private void OwnerActs()
    {
        var leg = _structure.ClosingLegs[_random.Next(_structure.ClosingLegs.Count)];
        if (!IsMoody || !Hits(1) || Available(leg.Symbol) < 1)
        {
            return;
        }

        var order = Add(new CloseAttempt(0, Now, 1, AttemptOutcome.Accepted) { Symbol = leg.Symbol }, isOurs: false);
        if (Hits(30))
        {
            Fill(order, 1);
        }
    }

    private void Progress(TrackedOrder order)
    {
        var isMarket = order.Current.Type == OrderType.Market;
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
        else if (order.IsOurs && (isMarket ? !IsMoody || Hits(20) : Hits(8)))
        {
            Fill(order, IsMoody ? _random.Next(1, (int)order.Current.RemainingQuantity + 1) : order.Current.RemainingQuantity);
        }
        else if (order.IsOurs && IsMoody && Hits(5))
        {
            order.Become(order.Current with { Status = order.Current.FilledQuantity == 0 && Hits(50) ? OrderStatus.Rejected : OrderStatus.Canceled });
        }
    }

    private TrackedOrder Add(CloseAttempt attempt, bool isOurs)
    {
        var legs = LegsOf(attempt);
        var id = $"{(isOurs ? "ours" : "owners")}-{_orders.Count + 1}";
        var order = new Order(
            id, attempt.ClientOrderId ?? "client-" + id, legs is [var only] ? only.Symbol : "", legs[0].Side, attempt.Quantity, 0, null,
            OrderStatus.New, "new", Now, null)
        {
            Type = attempt.LimitPrice is null ? OrderType.Market : OrderType.Limit,
            Legs = legs.Count < 2 ? [] : [.. legs.Select((leg, index) => new LegReport($"{id}-{index}", leg.Symbol, leg.Side, leg.Intent, attempt.Quantity * leg.Ratio, 0, null))],
        };
        var tracked = new TrackedOrder(order, isOurs) { ListedAt = Now };
        _orders.Add(tracked);
        return tracked;
    }

    private void Fill(TrackedOrder order, decimal quantity)
    {
        var before = order.IsOurs ? Naked() : decimal.MaxValue;
        var current = order.Current;
        foreach (var symbol in current.Legs.Count == 0 ? [current.Symbol] : current.Legs.Select(leg => leg.Symbol))
        {
            var was = _held[symbol];
            _held[symbol] -= Leg(symbol).Ratio * quantity;
            Broken ??= was * _held[symbol] < 0 || Math.Abs(_held[symbol]) > Math.Abs(was) ? $"{symbol} went from {was} to {_held[symbol]}" : null;
        }

        Broken ??= Naked() > before ? $"{current.Id} left a naked short" : null;
        var filled = current.FilledQuantity + quantity;
        order.Become(current with
        {
            FilledQuantity = filled,
            FilledAveragePrice = 1m,
            FilledAt = Now,
            Status = filled == current.Quantity ? OrderStatus.Filled
                : current.Status == OrderStatus.PendingCancel ? OrderStatus.PendingCancel : OrderStatus.PartiallyFilled,
            Legs = [.. current.Legs.Select(leg => leg with { FilledQuantity = leg.FilledQuantity + quantity, FilledAveragePrice = 1m })],
        });
    }

    // Short contracts without a long one of their right, in all.
    private decimal Naked() => _structure.ClosingLegs.GroupBy(leg => leg.Contract!.Right).Sum(right =>
        Math.Max(0, -right.Sum(leg => _held[leg.Symbol])));

    private Order Read(TrackedOrder order) => IsMoody && Hits(20) ? order.Before : order.Current;

    private bool Hits(int percent) => _random.Next(100) < percent;
}
