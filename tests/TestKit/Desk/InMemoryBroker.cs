using System.Globalization;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.TestKit.Desk;

/// <summary>A broker for workflow tests: holds positions, orders and fills, and does with each close what its script says.</summary>
/// <remarks>
/// Without a script a close fills at once. Like the real one it refuses what is not held or is held by a working order, and
/// it never lets a close open or enlarge a position.
/// </remarks>
public sealed class InMemoryBroker(TimeProvider time, EffectCounter effects) : IBroker, IBrokerBudget
{
    private readonly Dictionary<string, BrokerPosition> _positions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _prices = new(StringComparer.Ordinal);
    private readonly List<Order> _orders = [];
    private readonly List<Fill> _fills = [];
    private readonly Queue<CloseScript> _scripts = new();

    public int? CallsLeft => 200;

    public IReadOnlyList<Order> Orders => _orders;

    public IReadOnlyList<Fill> Fills => _fills;

    /// <summary>Every close asked for, in order, with its quantity, whatever came of it.</summary>
    public List<(string Symbol, decimal Quantity)> Closes { get; } = [];

    public List<string> Cancels { get; } = [];

    /// <summary>While set, reads fail with these words.</summary>
    public string? ReadFailure { get; set; }

    /// <summary>Fills that the list of fills does not show yet, from the newest on.</summary>
    public int FillsBehind { get; set; }

    /// <summary>While set, the list of fills alone fails.</summary>
    public bool FillsFail { get; set; }

    /// <summary>While false, a cancel stays pending.</summary>
    public bool ConfirmsCancels { get; set; } = true;

    /// <summary>Runs while a close is on its way, before the broker hears of it.</summary>
    public Func<Task>? BeforeClose { get; set; }

    /// <summary>Runs while the answer with all positions is on its way back.</summary>
    public Func<Task>? AfterPositions { get; set; }

    public void Hold(string symbol, decimal quantity, decimal entry, string assetClass = "us_option") =>
        _positions[symbol] = new BrokerPosition(symbol, assetClass, quantity, entry);

    public void Drop(string symbol) => _positions.Remove(symbol);

    public void PriceFills(string symbol, decimal price) => _prices[symbol] = price;

    public void Next(params CloseScript[] scripts)
    {
        foreach (var script in scripts)
        {
            _scripts.Enqueue(script);
        }
    }

    /// <summary>An order of the owner, working.</summary>
    public Order Rest(string symbol, OrderSide side, decimal quantity) => Place(symbol, side, quantity, OrderStatus.New);

    /// <summary>The owner closes elsewhere.</summary>
    public void CloseElsewhere(string symbol, decimal quantity) =>
        Execute(Place(symbol, OrderSide.Sell, quantity, OrderStatus.New).Id, quantity, _prices.GetValueOrDefault(symbol, 1m));

    /// <summary>Fills part or all of a working order.</summary>
    public void Execute(string orderId, decimal quantity, decimal price)
    {
        var order = _orders.Single(order => order.Id == orderId);
        var filled = order.FilledQuantity + quantity;
        _fills.Add(new Fill(
            string.Create(CultureInfo.InvariantCulture, $"fill-{_fills.Count + 1:D4}"), order.Id, order.Symbol, order.Side, quantity, price, time.GetUtcNow()));
        var own = _fills.Where(fill => fill.OrderId == orderId).ToList();
        Update(order with
        {
            FilledQuantity = filled,
            FilledAveragePrice = Math.Round(own.Sum(fill => fill.Price * fill.Quantity) / filled, 4),
            FilledAt = time.GetUtcNow(),
            Status = filled == order.Quantity ? OrderStatus.Filled : OrderStatus.PartiallyFilled,
        });
        var held = _positions[order.Symbol];
        var left = held.Quantity + (order.Side == OrderSide.Sell ? -quantity : quantity);
        _ = left == 0 ? _positions.Remove(order.Symbol) : (_positions[order.Symbol] = held with { Quantity = left }) is not null;
    }

    public void End(string orderId, OrderStatus status) => Update(_orders.Single(order => order.Id == orderId) with { Status = status });

    public async Task<BrokerRead<IReadOnlyList<BrokerPosition>>> GetPositionsAsync(CancellationToken cancellationToken)
    {
        var positions = await Read<IReadOnlyList<BrokerPosition>>(() => [.. _positions.Values]).ConfigureAwait(false);
        await (AfterPositions?.Invoke() ?? Task.CompletedTask).ConfigureAwait(false);
        return positions;
    }

    public Task<BrokerRead<BrokerHolding>> GetHoldingAsync(string symbol, CancellationToken cancellationToken) =>
        Read(() => new BrokerHolding(_positions.TryGetValue(symbol, out var held) ? held.Quantity : 0));

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersAsync(string symbol, DateTimeOffset since, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Order>>(() => [.. _orders.Where(order => order.Symbol == symbol && (order.IsWorking || order.CreatedAt >= since))]);

    public Task<BrokerRead<Order>> GetOrderAsync(string orderId, CancellationToken cancellationToken) =>
        Read(() => _orders.Single(order => order.Id == orderId));

    public Task<BrokerRead<IReadOnlyList<Fill>>> GetFillsAsync(DateTimeOffset since, CancellationToken cancellationToken) => FillsFail
        ? Task.FromResult(BrokerRead<IReadOnlyList<Fill>>.Failed("fills: 500"))
        : Read<IReadOnlyList<Fill>>(() => [.. _fills.SkipLast(FillsBehind).Where(fill => fill.At >= since)]);

    public async Task<SubmitOutcome> ClosePositionAsync(string symbol, decimal quantity, CancellationToken cancellationToken)
    {
        effects.Check();
        await (BeforeClose?.Invoke() ?? Task.CompletedTask).ConfigureAwait(false);
        Closes.Add((symbol, quantity));
        var outcome = Close(symbol, quantity, _scripts.TryDequeue(out var script) ? script : new CloseScript.Fill());
        effects.Happened();
        return outcome;
    }

    public Task<CancelOutcome> CancelOrderAsync(string orderId, CancellationToken cancellationToken)
    {
        effects.Check();
        Cancels.Add(orderId);
        var order = _orders.Single(order => order.Id == orderId);
        var outcome = order.IsWorking ? CancelOutcome.Requested : CancelOutcome.NotCancelable;
        if (order.IsWorking)
        {
            Update(order with { Status = ConfirmsCancels ? OrderStatus.Canceled : OrderStatus.PendingCancel });
        }

        effects.Happened();
        return Task.FromResult(outcome);
    }

    private SubmitOutcome Close(string symbol, decimal quantity, CloseScript script)
    {
        switch (script)
        {
            case CloseScript.LoseRequest:
                return new SubmitOutcome.Unknown("connection reset");
            case CloseScript.Refuse refuse:
                return new SubmitOutcome.Refused(refuse.HttpStatus, refuse.Code, refuse.Message);
            case CloseScript.LimitRate limit:
                return new SubmitOutcome.RateLimited(limit.RetryAfter);
            default:
                break;
        }

        if (Refusal(symbol, quantity) is { } refused)
        {
            return refused;
        }

        var side = _positions[symbol].Quantity > 0 ? OrderSide.Sell : OrderSide.Buy;
        var order = Place(symbol, side, quantity, OrderStatus.Accepted);
        if (script is CloseScript.Fill or CloseScript.FillUntold)
        {
            Execute(order.Id, quantity, _prices.GetValueOrDefault(symbol, 1m));
        }
        else if (script is CloseScript.RejectLater)
        {
            End(order.Id, OrderStatus.Rejected);
        }

        return script is CloseScript.FillUntold ? new SubmitOutcome.Unknown("504") : new SubmitOutcome.Accepted(order);
    }

    private SubmitOutcome.Refused? Refusal(string symbol, decimal quantity)
    {
        if (!_positions.TryGetValue(symbol, out var held))
        {
            return new SubmitOutcome.Refused(404, 40410000, "position does not exist");
        }

        var side = held.Quantity > 0 ? OrderSide.Sell : OrderSide.Buy;
        var reserved = _orders.Where(order => order.Symbol == symbol && order.Side == side).Sum(order => order.RemainingQuantity);
        return quantity > Math.Abs(held.Quantity) - reserved
            ? new SubmitOutcome.Refused(403, 40310000, "insufficient qty available for order")
            : null;
    }

    private Order Place(string symbol, OrderSide side, decimal quantity, OrderStatus status)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"order-{_orders.Count + 1:D4}");
        var order = new Order(id, "client-" + id, symbol, side, quantity, 0, null, status, status.ToString(), time.GetUtcNow(), null);
        _orders.Add(order);
        return order;
    }

    private void Update(Order order) => _orders[_orders.FindIndex(known => known.Id == order.Id)] = order with { StatusText = order.Status.ToString() };

    private Task<BrokerRead<T>> Read<T>(Func<T> read)
        where T : class
    {
        effects.Check();
        return Task.FromResult(ReadFailure is { } why ? BrokerRead<T>.Failed(why) : BrokerRead<T>.Of(read()));
    }
}
