namespace ExitDesk.Simulator.Venue;

/// <summary>What the legs of a multi-leg order trade at. USD per share; a net is per unit, positive for a debit.</summary>
internal static class PackagePricing
{
    private const decimal Cent = 0.01m;

    /// <param name="prices">One for each leg.</param>
    public static decimal Net(IReadOnlyList<VenueOrder> legs, IReadOnlyList<decimal> prices) =>
        legs.Zip(prices, (leg, price) => leg.SignedRatio * price).Sum();

    /// <returns>Null: a leg has nobody on the other side.</returns>
    public static IReadOnlyList<decimal>? Touches(IReadOnlyList<VenueOrder> legs, VenueState state, DateTimeOffset at)
    {
        var touches = legs.Select(leg => Pricing.Touch(state.Quote(leg.Symbol, at), leg.Side)).OfType<decimal>().ToList();
        return touches.Count == legs.Count ? touches : null;
    }

    /// <returns>Net of the mids; null: a leg is not quoted on both sides.</returns>
    public static decimal? Mid(IReadOnlyList<VenueOrder> legs, VenueState state, DateTimeOffset at)
    {
        var mids = legs.Select(leg => Pricing.Mid(state.Quote(leg.Symbol, at))).OfType<decimal>().ToList();
        return mids.Count == legs.Count ? Net(legs, mids) : null;
    }

    /// <summary>Prices that net to the order's own limit, as near to the touches as they can; a market order's are the touches.</summary>
    /// <returns>Null: there are none on whole cents.</returns>
    public static IReadOnlyList<decimal>? AtOwnPrice(VenueOrder package, VenueState state, DateTimeOffset at)
    {
        var legs = state.Orders.LegsOf(package);
        if (Touches(legs, state, at) is not { } touches || package.LimitPrice is not { } limit)
        {
            return package.LimitPrice is null ? Touches(legs, state, at) : null;
        }

        // One leg bears the whole difference: the first that stays above zero on whole cents.
        var difference = limit - Net(legs, touches);
        for (var i = 0; i < legs.Count; i++)
        {
            var moved = touches[i] + (difference / legs[i].SignedRatio);
            if (moved >= Cent && decimal.Round(moved, 2) == moved)
            {
                return [.. touches.Select((touch, leg) => leg == i ? moved : touch)];
            }
        }

        return null;
    }
}
