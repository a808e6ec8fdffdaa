using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Time;

namespace ExitDesk.Simulator.Venue;

/// <summary>A deterministic options broker with one account, in memory, at least as strict as Alpaca's paper accounts.</summary>
/// <remarks>
/// It moves only with the market clock: the same market, seed, faults and calls at the same market times give the same day.
/// Orders fill in full at the touch, all legs of a multi-leg order at once. Safe for concurrent use.
/// </remarks>
public sealed class SimulatedVenue
{
    private readonly Lock _gate = new();
    private readonly VenueState _state;
    private readonly MarketClock _clock;
    private readonly VenueTimeline _timeline;
    private readonly BuyingPower _buyingPower;
    private readonly OrderDesk _desk;
    private readonly MultiLegDesk _packages;
    private readonly CancelDesk _cancels;
    private readonly ExerciseDesk _exercises;
    private readonly Settlement _settlement;
    private readonly Liquidation _liquidation;

    public SimulatedVenue(IMarket market, MarketClock clock, FaultPlan faults, VenueOptions options)
    {
        _clock = clock;
        _state = new VenueState(market, faults, options);
        _buyingPower = new BuyingPower(_state);
        var booking = new Booking(_state);
        var matching = new Matching(_state, booking);
        _cancels = new CancelDesk(_state, booking);
        var judgement = new OrderJudgement(_state, _buyingPower);
        var intake = new OrderIntake(_state, matching, _cancels);
        _desk = new OrderDesk(_state, judgement, intake);
        _packages = new MultiLegDesk(_state, judgement, intake);
        _settlement = new Settlement(_state, booking);
        _exercises = new ExerciseDesk(_state, _settlement);
        _liquidation = new Liquidation(_state, booking, _settlement, matching, _cancels);
        _timeline = new VenueTimeline(_state, matching, clock.Now);
        _timeline.Plan(
            _liquidation,
            _settlement,
            new OwnerActions(_state, _desk, _liquidation),
            new CorporateDesk(_state, booking),
            new EarlyAssignment(_state, booking, _settlement));
        clock.Advanced += _ => Do(_ => true);
    }

    /// <summary>Raised once for each order taken, the owner's and the broker's own too, outside any lock.</summary>
    public event Action<AcceptedOrder>? OrderAccepted;

    public IMarket Market => _state.Market;

    /// <returns>Null: no option that the market lists.</returns>
    public ListedContract? Contract(string symbol) => _state.Contracts.GetValueOrDefault(symbol);

    public SessionCalendar Sessions => _state.Sessions;

    /// <summary>Breaches of the closing protocol seen so far, oldest first.</summary>
    public IReadOnlyList<Violation> Violations => _state.Watch.Violations;

    public DateTimeOffset Now => _clock.Now;

    public VenueAccount Account() => Do(at =>
    {
        var values = _state.Positions.All.Select(position => Value(position, at))
            .Select(valued => valued.MarketValue ?? valued.Position.CostBasis)
            .ToList();
        return new VenueAccount(
            _state.Options.AccountId,
            _state.Cash,
            values.Where(value => value > 0).Sum(),
            values.Where(value => value < 0).Sum(),
            _buyingPower.Available(at),
            _buyingPower.Collateral(at),
            _state.Options.TradingLevel,
            _state.Options.ApprovedOptionsLevel,
            _state.Options.ShortingEnabled);
    });

    /// <summary>Ordered by symbol.</summary>
    public IReadOnlyList<ValuedPosition> Positions() => Do(at => _state.Positions.All.Select(p => Value(p, at)).ToList());

    /// <returns>Null: flat.</returns>
    public ValuedPosition? Position(string symbol) =>
        Do(at => _state.Positions.Find(symbol) is { } position ? Value(position, at) : null);

    /// <summary>All orders, oldest first; the legs of a multi-leg order follow it.</summary>
    public IReadOnlyList<VenueOrder> Orders() => Do(_ => _state.Orders.All);

    /// <returns>Null: unknown.</returns>
    public VenueOrder? Order(Guid id) => Do(_ => _state.Orders.Find(id));

    /// <returns>Null: unknown.</returns>
    public VenueOrder? OrderByClientId(string clientOrderId) => Do(_ => _state.Orders.Find(clientOrderId));

    /// <summary>What the history shows now, oldest first.</summary>
    public IReadOnlyList<VenueActivity> Activities() => Do(_state.Activities.VisibleAt);

    /// <summary>What the broker itself knows of the history, the lines of this night among it, oldest first.</summary>
    public IReadOnlyList<VenueActivity> History() => Do(_ => _state.Activities.All);

    /// <summary>A multi-leg order's legs as they stand, in the order asked for; empty for any other.</summary>
    public IReadOnlyList<VenueOrder> Legs(VenueOrder order) => Do(_ => _state.Orders.LegsOf(order));

    public VenueAnswer<VenueOrder> Submit(OrderRequest request) => Do(at => _desk.Submit(request, at));

    /// <returns>The order for the whole; its legs are orders of their own.</returns>
    public VenueAnswer<VenueOrder> Submit(MultiLegRequest request) => Do(at => _packages.Submit(request, at));

    /// <summary>Sends a market order that closes a position or a part of it.</summary>
    /// <param name="quantity">Contracts or shares; null: all of it.</param>
    public VenueAnswer<VenueOrder> Close(string symbol, int? quantity = null, OrderOrigin origin = OrderOrigin.Client) =>
        Do(at => _desk.Close(symbol, quantity, at, origin));

    /// <summary>Closes every position, with one answer for each.</summary>
    /// <param name="cancelOrders">Cancel all live orders first, with effect at once.</param>
    public IReadOnlyList<SymbolAnswer> CloseAll(bool cancelOrders) => Do(at =>
    {
        foreach (var order in cancelOrders ? _state.Orders.Live : [])
        {
            _cancels.Now(order, at);
        }

        // Shorts first: what covers them must not go before them.
        return _state.Positions.All.OrderBy(position => position.Quantity).Select(position => position.Symbol)
            .Select(symbol => new SymbolAnswer(symbol, _desk.Close(symbol, null, at, OrderOrigin.Client)))
            .ToList();
    });

    /// <summary>Asks for a cancel; the order stays live until it takes effect.</summary>
    public VenueAnswer<VenueOrder> Cancel(Guid id) => Do(at => _cancels.Request(id, at));

    public VenueAnswer<VenueOrder> Replace(Guid id, OrderChange change) => Do(at => _desk.Replace(id, change, at));

    /// <summary>Exercises all of a long option position at once.</summary>
    public VenueAnswer<Position> Exercise(string symbol) => Do(at => _exercises.Exercise(symbol, at));

    /// <summary>Lets a long option position expire even in the money.</summary>
    public VenueAnswer<Position> DoNotExercise(string symbol) => Do(at => _exercises.Refrain(symbol, at));

    /// <summary>Puts a position into the account, for the start of a scenario, without any check.</summary>
    /// <param name="quantity">Positive long, negative short.</param>
    /// <param name="price">USD per share; null: the touch at <paramref name="openedAt"/>.</param>
    /// <param name="inHistory">Whether orders and activities tell how it came: an order of the owner's, filled then.</param>
    /// <returns>The price taken, USD per share.</returns>
    /// <exception cref="ArgumentException">The symbol is unknown, or has no touch to take the price from.</exception>
    public decimal OpenPosition(string symbol, int quantity, decimal? price, DateTimeOffset openedAt, bool inHistory = false) => Do(_ =>
    {
        var contract = _state.Contracts.GetValueOrDefault(symbol);
        if (contract is null && !_state.Stocks.Contains(symbol))
        {
            throw new ArgumentException($"The market does not list {symbol}.", nameof(symbol));
        }

        var side = quantity > 0 ? OrderSide.Buy : OrderSide.Sell;
        var paid = price ?? Pricing.Touch(_state.Quote(symbol, openedAt), side)
            ?? throw new ArgumentException($"{symbol} has no price to {side} at {openedAt:u}: give one.", nameof(price));
        _state.Positions.Add(symbol, contract, quantity, paid, openedAt);
        _state.Cash -= quantity * paid * (contract?.Multiplier ?? 1);
        if (inHistory)
        {
            new PastPurchase(_state).Record(symbol, contract, quantity, paid, openedAt);
        }

        return paid;
    });

    /// <summary>Assigns all of a short option position now, as happens to American options at night.</summary>
    /// <exception cref="ArgumentException">No short option position in that symbol.</exception>
    internal void Assign(string symbol) => Do(at =>
    {
        if (_state.Positions.Find(symbol) is not { IsLong: false, Contract: { } contract } position)
        {
            throw new ArgumentException($"No short option position in {symbol}.", nameof(symbol));
        }

        foreach (var order in _state.Orders.Live.Where(order => order.Symbol == symbol))
        {
            _cancels.Now(order, at);
        }

        _settlement.Deliver(position, contract, at);
        return true;
    });

    /// <summary>Closes one position, or one leg, by the broker's own will: cancels its orders and sends a market order. A flat symbol is left alone.</summary>
    internal void Liquidate(string symbol) => Do(at =>
    {
        if (_state.Positions.Find(symbol) is { } position)
        {
            _liquidation.Close(position, at);
        }

        return true;
    });

    private ValuedPosition Value(Position position, DateTimeOffset at) => new(
        position, Pricing.Mark(_state.Quote(position.Symbol, at)), _state.Held(position.Symbol).HeldForOrders);

    /// <summary>Brings the broker up to the clock, then acts; tells listeners after the lock is free.</summary>
    private T Do<T>(Func<DateTimeOffset, T> act)
    {
        T result;
        List<AcceptedOrder> accepted = [];
        lock (_gate)
        {
            var now = _clock.Now;
            _timeline.AdvanceTo(now);
            result = act(now);
            while (_state.Accepted.TryDequeue(out var order))
            {
                accepted.Add(order);
            }
        }

        foreach (var order in accepted)
        {
            OrderAccepted?.Invoke(order);
        }

        return result;
    }
}
