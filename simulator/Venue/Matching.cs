namespace ExitDesk.Simulator.Venue;

/// <summary>Fills orders at the touch, as Alpaca's paper accounts do.</summary>
internal sealed class Matching(VenueState state, Booking booking)
{
    /// <summary>Looks at every working order, oldest first.</summary>
    public void LookAtAll(DateTimeOffset at)
    {
        if (!state.Orders.AnyLive || !state.Sessions.IsOpen(at))
        {
            return;
        }

        foreach (var order in state.Orders.Live)
        {
            Look(order, at);
        }
    }

    /// <summary>Lets an order start to work and looks at it for the first time.</summary>
    public void Start(Guid id, DateTimeOffset at)
    {
        if (state.Orders.Find(id) is not { IsLive: true } order)
        {
            return;
        }

        if (order.Status is OrderStatus.PendingNew or OrderStatus.Accepted)
        {
            order = state.Orders.Update(order with { Status = OrderStatus.New, UpdatedAt = at });
        }

        if (state.Sessions.IsOpen(at))
        {
            Look(order, at);
        }
    }

    private void Look(VenueOrder order, DateTimeOffset at)
    {
        var quote = state.Quote(order.Symbol, at);
        if (order.WorksFrom is { } start && start <= at
            && Pricing.Touch(quote, order.Side) is { } touch && Pricing.Accepts(order, touch))
        {
            booking.Fill(order, FillableNow(order, Pricing.Size(quote!, order.Side)), touch, at);
        }
    }

    private static int FillableNow(VenueOrder order, int displayed)
    {
        var part = Math.Min(displayed, (order.Quantity + 2) / 3);
        return order.FillsInParts ? Math.Clamp(part, 1, order.Remaining) : order.Remaining;
    }
}
