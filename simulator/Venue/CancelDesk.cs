using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulator.Venue;

/// <summary>Ends orders that did not fill.</summary>
internal sealed class CancelDesk(VenueState state, Booking booking)
{
    /// <summary>Asks for a cancel: the order stays live, and can fill, until it takes effect.</summary>
    public VenueAnswer<VenueOrder> Request(Guid id, DateTimeOffset at)
    {
        if (state.Orders.Find(id) is not { } order)
        {
            return Refusals.UnknownOrder(id.ToString());
        }

        if (order.IsLeg)
        {
            return Refusals.LegAlone;
        }

        if (!order.IsLive || order.Status == OrderStatus.PendingCancel)
        {
            return Refusals.NotCancelable(order.Status);
        }

        var pending = state.Orders.ChangeWhole(
            id, whole => whole with { Status = OrderStatus.PendingCancel, UpdatedAt = at });
        var slow = state.Faults.Hits(Fault.PendingCancel, 0.1);
        var effect = at + (slow ? state.Options.SlowCancelDelay : state.Options.CancelDelay);
        if (order.WorksFrom is not null && state.Sessions.IsOpen(at) && state.Faults.Hits(Fault.FillDuringCancel, 0.25))
        {
            state.Agenda.Plan(at + (state.Options.CancelDelay / 2), then => FillAnyway(id, then));
        }

        state.Agenda.Plan(effect, then => booking.Cancel(id, then));
        return pending;
    }

    /// <summary>Cancels with effect at once.</summary>
    public void Now(VenueOrder order, DateTimeOffset at) => booking.Cancel(order.Id, at);

    public void Reject(Guid id, DateTimeOffset at)
    {
        if (state.Orders.Find(id) is { IsLive: true })
        {
            state.Orders.ChangeWhole(id, order => order with { Status = OrderStatus.Rejected, FailedAt = at, UpdatedAt = at });
        }
    }

    public void Expire(Guid id, DateTimeOffset at)
    {
        if (state.Orders.Find(id) is not { IsLive: true } order)
        {
            return;
        }

        if (order.Status == OrderStatus.PendingCancel)
        {
            booking.Cancel(id, at);
        }
        else
        {
            state.Orders.ChangeWhole(id, whole => whole with { Status = OrderStatus.Expired, ExpiredAt = at, UpdatedAt = at });
        }
    }

    /// <summary>The fill that was already on its way: at the order's own price, or the touch.</summary>
    private void FillAnyway(Guid id, DateTimeOffset at)
    {
        if (state.Orders.Find(id) is { IsLive: true, IsMultiLeg: true } package)
        {
            if (PackagePricing.AtOwnPrice(package, state, at) is { } prices)
            {
                booking.FillPackage(package, package.Remaining, prices, at);
            }
        }
        else if (state.Orders.Find(id) is { IsLive: true } order
            && (order.LimitPrice ?? Pricing.Touch(state.Quote(order.Symbol, at), order.Side)) is { } price)
        {
            booking.Fill(order, order.Remaining, price, at);
        }
    }
}
