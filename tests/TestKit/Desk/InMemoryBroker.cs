using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.TestKit.Desk;

/// <summary>A broker for workflow tests: holds positions, orders and fills, and does with each close or order what its script says.</summary>
/// <remarks>
/// Without a script a close or a market order fills at once, and a limit order works. Like the real one it refuses what is not
/// held or is held by a working order, and it never lets a close open or enlarge a position.
/// </remarks>
public sealed class InMemoryBroker(TimeProvider time, EffectCounter effects) : IBroker
{
    private readonly InMemoryBook _book = new(time);
    private readonly Dictionary<string, decimal> _prices = new(StringComparer.Ordinal);
    private readonly Queue<CloseScript> _scripts = new();

    public InMemoryBudget Budget { get; } = new();

    public IReadOnlyList<Order> Orders => _book.Orders;

    public IReadOnlyList<Fill> Fills => _book.Fills;

    /// <summary>Every close asked for, in order, with its quantity, whatever came of it.</summary>
    public List<(string Symbol, decimal Quantity)> Closes { get; } = [];

    /// <summary>Every order sent, in order, whatever came of it.</summary>
    public List<OrderTicket> Tickets { get; } = [];

    public List<string> Cancels { get; } = [];

    /// <summary>Every contract that is not to be exercised.</summary>
    public List<string> NotExercised { get; } = [];

    /// <summary>While set, reads fail with these words.</summary>
    public string? ReadFailure { get; set; }

    /// <summary>Fills that the list of fills does not show yet, from the newest on.</summary>
    public int FillsBehind { get; set; }

    /// <summary>While set, the list of fills alone fails.</summary>
    public bool FillsFail { get; set; }

    /// <summary>How often the list of fills was asked for.</summary>
    public int FillReads { get; private set; }

    /// <summary>While false, a cancel stays pending.</summary>
    public bool ConfirmsCancels { get; set; } = true;

    /// <summary>While true, the search by client order id finds nothing: it lags behind.</summary>
    public bool HidesClientIds { get; set; }

    /// <summary>What becomes of the next instructions not to exercise; null is accepted.</summary>
    public InstructionOutcome? InstructionAnswer { get; set; }

    /// <summary>Runs while a close is on its way, before the broker hears of it.</summary>
    public Func<Task>? BeforeClose { get; set; }

    /// <summary>Runs while the answer with all positions is on its way back.</summary>
    public Func<Task>? AfterPositions { get; set; }

    public void Hold(string symbol, decimal quantity, decimal entry, string assetClass = "us_option") =>
        _book.Hold(symbol, quantity, entry, assetClass);

    public void Drop(string symbol) => _book.Drop(symbol);

    public void PriceFills(string symbol, decimal price) => _prices[symbol] = price;

    /// <summary>Something happened over night.</summary>
    public void Tell(AccountActivity activity) => _book.Add(activity);

    public void Next(params CloseScript[] scripts)
    {
        foreach (var script in scripts)
        {
            _scripts.Enqueue(script);
        }
    }

    /// <summary>An order of the owner, working.</summary>
    public Order Rest(string symbol, OrderSide side, decimal quantity) => Place(symbol, side, quantity, OrderStatus.New);

    /// <summary>A limit or stop order of the owner, working.</summary>
    public Order RestAt(string symbol, OrderSide side, decimal quantity, decimal? limit, decimal? stop = null, TimeInForce time = TimeInForce.Day)
    {
        _book.Update(TicketOrders.Priced(Rest(symbol, side, quantity), limit, stop, time));
        return _book.Orders[^1];
    }

    /// <summary>The owner closes elsewhere.</summary>
    public void CloseElsewhere(string symbol, decimal quantity) =>
        Execute(Place(symbol, OrderSide.Sell, quantity, OrderStatus.New).Id, quantity, PriceOf(symbol));

    /// <summary>Fills part or all of a working order.</summary>
    public void Execute(string orderId, decimal quantity, decimal price) => _book.Execute(orderId, quantity, price);

    /// <summary>Fills units of a working order of several legs, each leg at the price that was set for it.</summary>
    public void ExecuteLegs(string orderId, decimal units) => _book.ExecuteLegs(orderId, units, PriceOf);

    public void End(string orderId, OrderStatus status) => _book.Update(_book.Find(orderId) with { Status = status });

    public async Task<BrokerRead<IReadOnlyList<BrokerPosition>>> GetPositionsAsync(CancellationToken cancellationToken)
    {
        var positions = await Read<IReadOnlyList<BrokerPosition>>(() => [.. _book.Positions]).ConfigureAwait(false);
        await (AfterPositions?.Invoke() ?? Task.CompletedTask).ConfigureAwait(false);
        return positions;
    }

    public Task<BrokerRead<BrokerHolding>> GetHoldingAsync(string symbol, CancellationToken cancellationToken) =>
        Read(() => new BrokerHolding(_book.Held(symbol)));

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersAsync(string symbol, DateTimeOffset since, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Order>>(() =>
            [.. _book.Orders.SelectMany(TicketOrders.Apart).Where(order => order.Symbol == symbol && (order.IsWorking || order.CreatedAt >= since))]);

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOpenOrdersAsync(CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Order>>(() => [.. _book.Orders.Where(order => order.IsWorking)]);

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Order>>(() => [.. _book.Orders.Where(order => order.CreatedAt >= since)]);

    public Task<BrokerRead<Order>> GetOrderAsync(string orderId, CancellationToken cancellationToken) => Read(() => _book.Find(orderId));

    public Task<BrokerRead<OrderLookup>> GetOrderByClientIdAsync(string clientOrderId, CancellationToken cancellationToken) =>
        Read(() => new OrderLookup(HidesClientIds ? null : _book.Orders.SingleOrDefault(order => order.ClientOrderId == clientOrderId)));

    public Task<BrokerRead<IReadOnlyList<Fill>>> GetFillsAsync(DateTimeOffset since, CancellationToken cancellationToken) => ++FillReads > 0 && FillsFail
        ? Task.FromResult(BrokerRead<IReadOnlyList<Fill>>.Failed("fills: 500"))
        : Read<IReadOnlyList<Fill>>(() => [.. _book.Fills.SkipLast(FillsBehind).Where(fill => fill.At >= since)]);

    public Task<BrokerRead<IReadOnlyList<AccountActivity>>> GetActivitiesAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<AccountActivity>>(() =>
            [.. _book.Activities.Where(activity => activity.At is { } at ? at >= since : activity.Date >= NewYork.DateOf(since))]);

    public async Task<SubmitOutcome> ClosePositionAsync(string symbol, decimal quantity, CancellationToken cancellationToken)
    {
        effects.Check();
        await (BeforeClose?.Invoke() ?? Task.CompletedTask).ConfigureAwait(false);
        Closes.Add((symbol, quantity));
        var side = _book.Held(symbol) > 0 ? OrderSide.Sell : OrderSide.Buy;
        var outcome = Take(
            NextScript(new CloseScript.Fill()),
            () => TicketOrders.CloseRefusal(_book, symbol, quantity),
            () => Place(symbol, side, quantity, OrderStatus.Accepted));
        effects.Happened();
        return outcome;
    }

    public async Task<SubmitOutcome> SubmitOrderAsync(OrderTicket ticket, CancellationToken cancellationToken)
    {
        effects.Check();
        await (BeforeClose?.Invoke() ?? Task.CompletedTask).ConfigureAwait(false);
        Tickets.Add(TicketCheck.Problem(ticket) is { } problem ? throw new ArgumentException(problem, nameof(ticket)) : ticket);
        var outcome = Take(
            NextScript(ticket is { LimitPrice: null, StopPrice: null } ? new CloseScript.Fill() : new CloseScript.Work()),
            () => TicketOrders.Refusal(_book, ticket),
            () => _book.Place(id => TicketOrders.Of(ticket, id, time.GetUtcNow())));
        effects.Happened();
        return outcome;
    }

    public Task<CancelOutcome> CancelOrderAsync(string orderId, CancellationToken cancellationToken)
    {
        effects.Check();
        Cancels.Add(orderId);
        var order = _book.Find(orderId);
        var outcome = order.IsWorking ? CancelOutcome.Requested : CancelOutcome.NotCancelable;
        if (order.IsWorking)
        {
            _book.Update(order with { Status = ConfirmsCancels ? OrderStatus.Canceled : OrderStatus.PendingCancel });
        }

        effects.Happened();
        return Task.FromResult(outcome);
    }

    public Task<InstructionOutcome> DoNotExerciseAsync(string symbol, CancellationToken cancellationToken)
    {
        effects.Check();
        var outcome = InstructionAnswer ?? new InstructionOutcome.Accepted();
        if (outcome is InstructionOutcome.Accepted)
        {
            NotExercised.Add(symbol);
        }

        effects.Happened();
        return Task.FromResult(outcome);
    }

    private CloseScript NextScript(CloseScript otherwise) => _scripts.TryDequeue(out var script) ? script : otherwise;

    private SubmitOutcome Take(CloseScript script, Func<SubmitOutcome.Refused?> refusal, Func<Order> place)
    {
        if ((Budget.Take() ?? TicketOrders.NotTaken(script)) is { } scripted)
        {
            return scripted;
        }

        if (refusal() is { } refused)
        {
            return refused;
        }

        var order = place();
        if (script is CloseScript.Fill or CloseScript.FillUntold)
        {
            FillAll(order);
        }
        else if (script is CloseScript.RejectLater)
        {
            End(order.Id, OrderStatus.Rejected);
        }

        return script is CloseScript.FillUntold or CloseScript.WorkUntold
            ? new SubmitOutcome.Unknown("504")
            : new SubmitOutcome.Accepted(order);
    }

    private void FillAll(Order order)
    {
        if (order.Legs.Count > 0)
        {
            ExecuteLegs(order.Id, order.Quantity);
            return;
        }

        Execute(order.Id, order.Quantity, order.LimitPrice ?? PriceOf(order.Symbol));
    }

    private decimal PriceOf(string symbol) => _prices.GetValueOrDefault(symbol, 1m);

    private Order Place(string symbol, OrderSide side, decimal quantity, OrderStatus status) => _book.Place(id =>
        new Order(id, "client-" + id, symbol, side, quantity, 0, null, status, status.ToString(), time.GetUtcNow(), null)
        {
            Type = OrderType.Market,
            TimeInForce = TimeInForce.Day,
        });

    private Task<BrokerRead<T>> Read<T>(Func<T> read)
        where T : class
    {
        effects.Check();
        return Task.FromResult(ReadFailure is { } why ? BrokerRead<T>.Failed(why) : BrokerRead<T>.Of(read()));
    }
}
