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

        var complete = order.FilledQuantity + quantity == order.Quantity;
        var pending = order.Status == OrderStatus.PendingCancel ? OrderStatus.PendingCancel : OrderStatus.PartiallyFilled;
        var filled = state.Orders.Update(order with
        {
            FilledQuantity = order.FilledQuantity + quantity,
            FilledValue = order.FilledValue + (quantity * price),
            Status = complete ? OrderStatus.Filled : pending,
            FilledAt = complete ? at : null,
            UpdatedAt = at,
        });
        state.Activities.Fill(filled, quantity, price, netAmount, at);
        state.Watch.Filled(filled, before, state.Positions.Quantity(order.Symbol), state.Orders.Live, at);
        return filled;
    }

    public void Cancel(VenueOrder order, DateTimeOffset at) =>
        state.Orders.Update(order with { Status = OrderStatus.Canceled, CanceledAt = at, UpdatedAt = at });

    /// <summary>Cancels, with effect at once, whatever still works in a symbol.</summary>
    public void CancelAll(string symbol, DateTimeOffset at)
    {
        foreach (var order in state.Orders.Live.Where(order => order.Symbol == symbol))
        {
            Cancel(order, at);
        }
    }
}
