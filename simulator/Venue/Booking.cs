namespace ExitDesk.Simulator.Venue;

/// <summary>Books what happens to an order: position, cash, history.</summary>
internal sealed class Booking(VenueState state)
{
    /// <param name="price">USD per share.</param>
    /// <returns>The order after the fill.</returns>
    public VenueOrder Fill(VenueOrder order, int quantity, decimal price, DateTimeOffset at)
    {
        var before = state.Positions.Quantity(order.Symbol);
        var signed = order.Side == OrderSide.Buy ? quantity : -quantity;
        state.Positions.Add(order.Symbol, order.Contract, signed, price, at);
        var netAmount = -signed * price * order.Multiplier;
        state.Cash += netAmount;

        var filled = Progress(order, quantity, price, at);
        state.Activities.Fill(filled, quantity, price, netAmount, at);
        state.Watch.Filled(filled, before, state.Positions.Quantity(order.Symbol), state.Orders.Live, at);
        return filled;
    }

    /// <summary>Fills every leg of a multi-leg order at once.</summary>
    /// <param name="prices">USD per share, one for each leg.</param>
    /// <returns>The order after the fill.</returns>
    public VenueOrder FillPackage(VenueOrder package, int units, IReadOnlyList<decimal> prices, DateTimeOffset at)
    {
        var legs = state.Orders.LegsOf(package);
        foreach (var (leg, price) in legs.Zip(prices))
        {
            Fill(leg, units * leg.Ratio, price, at);
        }

        return Progress(package, units, PackagePricing.Net(legs, prices), at);
    }

    /// <summary>Cancels, with effect at once, an order with all its legs; nothing happens to one that is over.</summary>
    public void Cancel(Guid id, DateTimeOffset at)
    {
        if (state.Orders.Find(id) is { IsLive: true })
        {
            state.Orders.ChangeWhole(id, order => order with { Status = OrderStatus.Canceled, CanceledAt = at, UpdatedAt = at });
        }
    }

    /// <summary>Cancels, with effect at once, whatever still works in a symbol.</summary>
    public void CancelAll(string symbol, DateTimeOffset at)
    {
        foreach (var order in state.Orders.Live.Where(order => order.Symbol == symbol))
        {
            Cancel(order.Id, at);
        }
    }

    private VenueOrder Progress(VenueOrder order, int quantity, decimal price, DateTimeOffset at)
    {
        var complete = order.FilledQuantity + quantity == order.Quantity;
        var pending = order.Status == OrderStatus.PendingCancel ? OrderStatus.PendingCancel : OrderStatus.PartiallyFilled;
        return state.Orders.Update(order with
        {
            FilledQuantity = order.FilledQuantity + quantity,
            FilledValue = order.FilledValue + (quantity * price),
            Status = complete ? OrderStatus.Filled : pending,
            FilledAt = complete ? at : null,
            UpdatedAt = at,
        });
    }
}
