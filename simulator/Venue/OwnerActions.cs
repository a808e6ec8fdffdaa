using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulator.Venue;

/// <summary>What the owner and the broker do to positions behind a program's back, where the fault plan says so.</summary>
internal sealed class OwnerActions(VenueState state, OrderDesk desk, Liquidation liquidation)
{
    private readonly Random _choices = new(unchecked((state.Options.Seed * 397) ^ (int)Fault.OwnerCloses));

    /// <summary>One opportunity for each of the faults.</summary>
    public void Consider(DateTimeOffset at)
    {
        var free = state.Positions.All
            .Where(position => position.Contract is not null && state.Held(position.Symbol).HeldForOrders == 0)
            .ToList();
        if (free.FirstOrDefault(position => position.IsLong) is { } resting && state.Faults.Hits(Fault.OwnerRestingOrder))
        {
            RestFarAway(resting, at);
            free.Remove(resting);
        }

        if (free.FirstOrDefault() is { } closed && state.Faults.Hits(Fault.OwnerCloses))
        {
            desk.Close(closed.Symbol, PartOf(closed), at, OrderOrigin.Owner);
            free.Remove(closed);
        }

        if (OneLeg(free) is { } leg && state.Faults.Hits(Fault.Liquidation))
        {
            liquidation.Close(leg, at);
        }
    }

    /// <summary>A leg of a spread if there is one: half a spread is the harder thing to be left with.</summary>
    private static Position? OneLeg(List<Position> positions) =>
        positions.FirstOrDefault(leg => positions.Exists(other => IsOtherLeg(leg, other))) ?? positions.FirstOrDefault();

    private static bool IsOtherLeg(Position leg, Position other) =>
        other.Contract!.Underlying == leg.Contract!.Underlying && other.IsLong != leg.IsLong;

    /// <summary>By the seed, one part or all of it: a position that shrinks is the harder thing to follow.</summary>
    private int? PartOf(Position position)
    {
        var held = Math.Abs(position.Quantity);
        return held > 1 && _choices.Next(2) == 0 ? _choices.Next(1, held) : null;
    }

    private void RestFarAway(Position position, DateTimeOffset at)
    {
        var ask = Pricing.Touch(state.Quote(position.Symbol, at), OrderSide.Buy) ?? position.AverageEntryPrice;
        var limit = decimal.Round((ask * 3) + 1m, 2);
        desk.Submit(
            new OrderRequest(
                position.Symbol,
                position.Quantity,
                OrderSide.Sell,
                OrderKind.Limit,
                limit,
                Intent: PositionIntent.SellToClose,
                Origin: OrderOrigin.Owner),
            at);
    }
}
