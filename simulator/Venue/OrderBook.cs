namespace ExitDesk.Simulator.Venue;

/// <summary>All orders of the account, in order of acceptance.</summary>
internal sealed class OrderBook
{
    private readonly Dictionary<Guid, VenueOrder> _orders = [];
    private readonly Dictionary<string, Guid> _byClientId = new(StringComparer.Ordinal);
    private readonly List<Guid> _sequence = [];
    private readonly List<Guid> _live = [];

    public bool AnyLive => _live.Count > 0;

    /// <summary>A snapshot, oldest first.</summary>
    public IReadOnlyList<VenueOrder> All => [.. _sequence.Select(id => _orders[id])];

    /// <summary>A snapshot of orders that can still fill, oldest first.</summary>
    public IReadOnlyList<VenueOrder> Live => [.. _live.Select(id => _orders[id])];

    public VenueOrder? Find(Guid id) => _orders.GetValueOrDefault(id);

    public VenueOrder? Find(string clientOrderId) =>
        _byClientId.TryGetValue(clientOrderId, out var id) ? _orders[id] : null;

    /// <summary>An order's legs as they stand, in the order asked for.</summary>
    public IReadOnlyList<VenueOrder> LegsOf(VenueOrder order) => [.. order.Legs.Select(id => _orders[id])];

    /// <summary>Changes an order and its legs alike; of a leg, the order it belongs to.</summary>
    /// <returns>The order that can be cancelled, after the change.</returns>
    public VenueOrder ChangeWhole(Guid id, Func<VenueOrder, VenueOrder> change)
    {
        var order = _orders[_orders[id].Parent ?? id];
        foreach (var leg in LegsOf(order))
        {
            Update(change(leg));
        }

        return Update(change(order));
    }

    public void Add(VenueOrder order)
    {
        _orders.Add(order.Id, order);
        _byClientId.Add(order.ClientOrderId, order.Id);
        _sequence.Add(order.Id);
        if (order.IsLive)
        {
            _live.Add(order.Id);
        }
    }

    public VenueOrder Update(VenueOrder order)
    {
        _orders[order.Id] = order;
        if (!order.IsLive)
        {
            _live.Remove(order.Id);
        }

        return order;
    }

    /// <summary>What live orders hold of a position.</summary>
    /// <param name="quantity">Signed quantity held.</param>
    /// <remarks>
    /// Every order on the reducing side counts: one that was taken to open while the account was flat reduces too, once
    /// another order has filled first.
    /// </remarks>
    public HeldQuantity Held(string symbol, int quantity)
    {
        var reducing = quantity > 0 ? OrderSide.Sell : OrderSide.Buy;
        var closing = _live.Select(id => _orders[id])
            .Where(order => quantity != 0 && order.Symbol == symbol && order.Side == reducing)
            .ToList();
        return new HeldQuantity(
            symbol, Math.Abs(quantity), closing.Sum(order => order.Remaining), [.. closing.Select(order => order.Id)]);
    }
}
