using System.Globalization;
using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;

namespace ExitDesk.TestKit.Desk;

/// <summary>What an <see cref="InMemoryBroker"/> holds: positions, orders, fills and other activities. Each order moves what it fills.</summary>
public sealed class InMemoryBook(TimeProvider time)
{
    private readonly Dictionary<string, BrokerPosition> _positions = new(StringComparer.Ordinal);
    private readonly List<Order> _orders = [];
    private readonly List<Fill> _fills = [];
    private readonly List<AccountActivity> _others = [];

    public IReadOnlyCollection<BrokerPosition> Positions => _positions.Values;

    public IReadOnlyList<Order> Orders => _orders;

    public IReadOnlyList<Fill> Fills => _fills;

    /// <summary>Fills and all else that happened, oldest first.</summary>
    public IEnumerable<AccountActivity> Activities => _fills.Select(ActivityOf).Concat(_others)
        .OrderBy(activity => activity.Date)
        .ThenBy(activity => activity.At ?? DateTimeOffset.MaxValue);

    public decimal Held(string symbol) => _positions.TryGetValue(symbol, out var held) ? held.Quantity : 0;

    public void Hold(string symbol, decimal quantity, decimal entry, string assetClass) =>
        _positions[symbol] = new BrokerPosition(symbol, assetClass, quantity, entry);

    public void Drop(string symbol) => _positions.Remove(symbol);

    public void Add(AccountActivity activity) => _others.Add(activity);

    /// <summary>Adds an order under the next id.</summary>
    public Order Place(Func<string, Order> order)
    {
        var placed = order(string.Create(CultureInfo.InvariantCulture, $"order-{_orders.Count + 1:D4}"));
        _orders.Add(placed);
        return placed;
    }

    public Order Find(string orderId) => _orders.Single(order => order.Id == orderId);

    public void Update(Order order) =>
        _orders[_orders.FindIndex(known => known.Id == order.Id)] = order with { StatusText = order.Status.ToString() };

    /// <summary>Fills part or all of a working order of one leg.</summary>
    public void Execute(string orderId, decimal quantity, decimal price)
    {
        var order = Find(orderId);
        Fill(order.Id, order.Symbol, order.Side, quantity, price);
        Update(Filled(order, quantity) with { FilledAveragePrice = Average(order.Id) });
    }

    /// <summary>Fills so many units of a working order of several legs, each leg at its price.</summary>
    public void ExecuteLegs(string orderId, decimal units, Func<string, decimal> priceOf)
    {
        var order = Find(orderId);
        var legs = order.Legs.Select(leg =>
        {
            var quantity = units * leg.Quantity / order.Quantity;
            Fill(leg.Id, leg.Symbol, leg.Side, quantity, priceOf(leg.Symbol));
            return leg with { FilledQuantity = leg.FilledQuantity + quantity, FilledAveragePrice = Average(leg.Id) };
        }).ToList();
        var filled = Filled(order, units) with { Legs = legs };
        Update(filled with
        {
            FilledAveragePrice = legs.Sum(leg =>
                (leg.Side == OrderSide.Buy ? 1 : -1) * leg.FilledAveragePrice * leg.Quantity / order.Quantity),
        });
    }

    private Order Filled(Order order, decimal quantity) => order with
    {
        FilledQuantity = order.FilledQuantity + quantity,
        FilledAt = order.FilledQuantity + quantity == order.Quantity ? time.GetUtcNow() : null,
        Status = order.FilledQuantity + quantity == order.Quantity ? OrderStatus.Filled : OrderStatus.PartiallyFilled,
    };

    private void Fill(string orderId, string symbol, OrderSide side, decimal quantity, decimal price)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"fill-{_fills.Count + 1:D4}");
        _fills.Add(new Fill(id, orderId, symbol, side, quantity, price, time.GetUtcNow()));
        var left = Held(symbol) + (side == OrderSide.Sell ? -quantity : quantity);
        if (left == 0)
        {
            _positions.Remove(symbol);
            return;
        }

        _positions[symbol] = _positions.TryGetValue(symbol, out var held)
            ? held with { Quantity = left, AverageEntryPrice = Entered(held, left, price) }
            : new BrokerPosition(symbol, OccSymbol.TryParse(symbol, out _, out _) ? "us_option" : "us_equity", left, price);
    }

    // What makes it more is averaged in; what makes it less leaves the average as it is.
    private static decimal Entered(BrokerPosition held, decimal left, decimal price) => Math.Abs(left) > Math.Abs(held.Quantity)
        ? Math.Round(((held.AverageEntryPrice * held.Quantity) + (price * (left - held.Quantity))) / left, 4)
        : held.AverageEntryPrice;

    private decimal Average(string orderId)
    {
        var own = _fills.Where(fill => fill.OrderId == orderId).ToList();
        return Math.Round(own.Sum(fill => fill.Price * fill.Quantity) / own.Sum(fill => fill.Quantity), 4);
    }

    private static AccountActivity ActivityOf(Fill fill) => new(
        fill.Id, ActivityKind.Fill, "FILL", fill.Symbol, fill.Side == OrderSide.Buy ? fill.Quantity : -fill.Quantity, fill.Price,
        null, NewYork.DateOf(fill.At), fill.At)
    {
        OrderId = fill.OrderId,
    };
}
