using ExitDesk.Simulator.Market.Seeded;

namespace ExitDesk.Simulator.Venue;

/// <summary>Fills orders at the touch, as Alpaca's paper accounts do; inside the market only where the options say so.</summary>
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
            order = state.Orders.ChangeWhole(id, whole => whole with { Status = OrderStatus.New, UpdatedAt = at });
        }

        if (state.Sessions.IsOpen(at))
        {
            Look(order, at);
        }
    }

    private void Look(VenueOrder order, DateTimeOffset at)
    {
        if (order.WorksFrom is not { } start || start > at || order.IsLeg)
        {
            return;
        }

        if (order.IsMultiLeg)
        {
            LookAtPackage(order, at);
            return;
        }

        var quote = state.Quote(order.Symbol, at);
        if (Pricing.Touch(quote, order.Side) is { } touch && Pricing.Accepts(order, touch))
        {
            booking.Fill(order, FillableNow(order, Pricing.Size(quote!, order.Side)), touch, at);
        }
        else if (MeetsSomeone(order, at) && Pricing.ReachesMid(order.Side, order.LimitPrice, Pricing.Mid(quote)))
        {
            booking.Fill(order, FillableNow(order, order.Remaining), order.LimitPrice!.Value, at);
        }
    }

    /// <summary>All legs or none: each at its touch, once their net reaches the limit.</summary>
    private void LookAtPackage(VenueOrder package, DateTimeOffset at)
    {
        var legs = state.Orders.LegsOf(package);
        if (PackagePricing.Touches(legs, state, at) is { } touches
            && (package.LimitPrice is not { } limit || PackagePricing.Net(legs, touches) <= limit))
        {
            var displayed = legs.Min(leg => Pricing.Size(state.Quote(leg.Symbol, at)!, leg.Side) / leg.Ratio);
            booking.FillPackage(package, FillableNow(package, displayed), touches, at);
        }
        else if (MeetsSomeone(package, at)
            && Pricing.ReachesMid(OrderSide.Buy, package.LimitPrice, PackagePricing.Mid(legs, state, at))
            && PackagePricing.AtOwnPrice(package, state, at) is { } prices)
        {
            booking.FillPackage(package, FillableNow(package, package.Remaining), prices, at);
        }
    }

    /// <summary>Whether somebody takes a resting order inside the market; a function of seed, order and instant.</summary>
    private bool MeetsSomeone(VenueOrder order, DateTimeOffset at) =>
        state.Options.FillAtMidProbability > 0 && order.LimitPrice is not null
        && new SeededNoise(state.Options.Seed, order.Id.ToString()).Uniform(at.Ticks) < state.Options.FillAtMidProbability;

    private static int FillableNow(VenueOrder order, int displayed)
    {
        var part = Math.Min(displayed, (order.Quantity + 2) / 3);
        return order.FillsInParts ? Math.Clamp(part, 1, order.Remaining) : order.Remaining;
    }
}
