using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>The broker closes positions by itself: leg by leg, with simple market orders, without asking.</summary>
internal sealed class Liquidation(VenueState state, Booking booking, Settlement settlement, Matching matching, CancelDesk cancels)
{
    /// <summary>Closes what expires that day in one underlying and must not reach the close.</summary>
    public void Liquidate(TradingDay day, string underlying, DateTimeOffset at)
    {
        var expiring = state.Positions.All
            .Where(position => position.Contract?.Expiration == day.Date && position.Contract.Underlying == underlying)
            .Where(position => !(position.IsLong && position.DoNotExercise))
            .ToList();
        var chosen = state.Options.Liquidation switch
        {
            LiquidationScope.All => expiring,
            LiquidationScope.ShortLegs => expiring.Where(position => !position.IsLong),
            LiquidationScope.Unfunded => Unfunded(expiring, underlying, at),
        };
        foreach (var position in chosen)
        {
            Close(position, at);
        }
    }

    /// <summary>Cancels every order in a position's contract and sends a market order for all of it.</summary>
    public void Close(Position position, DateTimeOffset at)
    {
        booking.CancelAll(position.Symbol, at);
        var session = state.Sessions.Running(at) ?? state.Sessions.NextOpening(at);
        var order = new VenueOrder
        {
            Id = state.Ids.Next(),
            ClientOrderId = state.Ids.Next().ToString(),
            Symbol = position.Symbol,
            Contract = position.Contract,
            Side = position.IsLong ? OrderSide.Sell : OrderSide.Buy,
            Kind = OrderKind.Market,
            Quantity = Math.Abs(position.Quantity),
            Intent = position.IsLong ? PositionIntent.SellToClose : PositionIntent.BuyToClose,
            Origin = OrderOrigin.Broker,
            Status = OrderStatus.New,
            CreatedAt = at,
            UpdatedAt = at,
            WorksFrom = at,
        };
        state.Orders.Add(order);
        state.Watch.Accepted(order, position.Quantity, state.Orders.Live, at);
        state.Accepted.Enqueue(new AcceptedOrder(order, state.Options.Wall.GetUtcNow()));
        state.Agenda.Plan(session.Close, then => cancels.Expire(order.Id, then));
        matching.Start(order.Id, at);
    }

    /// <summary>All in-the-money positions of the underlying, if together they need what the account lacks.</summary>
    private List<Position> Unfunded(List<Position> expiring, string underlying, DateTimeOffset at)
    {
        var delivered = expiring.Where(position => settlement.InTheMoneyBy(position.Contract!, at) >= 0.01m).ToList();
        var held = state.Positions.Quantity(underlying);
        var (cash, shares) = (state.Cash, held);
        foreach (var position in delivered)
        {
            var change = position.Quantity * position.Multiplier * (position.Contract!.IsCall ? 1 : -1);
            shares += change;
            cash -= change * position.Contract.Strike;
        }

        return cash < 0 || shares < Math.Min(0, held) ? delivered : [];
    }
}
