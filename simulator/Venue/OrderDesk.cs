namespace ExitDesk.Simulator.Venue;

/// <summary>Takes and replaces orders in one contract or stock.</summary>
internal sealed class OrderDesk(VenueState state, OrderJudgement judgement, OrderIntake intake)
{
    public VenueAnswer<VenueOrder> Submit(OrderRequest request, DateTimeOffset at)
    {
        var terms = judgement.Judge(request, at);
        return terms.Granted ? Take(request, terms.Value, at, null) : terms.Refusal;
    }

    /// <summary>Sends a market order that closes a position or a part of it.</summary>
    /// <param name="quantity">Null: all of it.</param>
    public VenueAnswer<VenueOrder> Close(string symbol, int? quantity, DateTimeOffset at, OrderOrigin origin)
    {
        if (state.Positions.Find(symbol) is not { } position)
        {
            return Refusals.Flat;
        }

        var asked = quantity ?? Math.Abs(position.Quantity);
        var held = state.Held(symbol);
        var side = position.IsLong ? OrderSide.Sell : OrderSide.Buy;
        var request = new OrderRequest(symbol, asked, side, OrderKind.Market, Origin: origin);
        var answer = Submit(request, at);

        // Without a free quantity a plain order counts as an opening one; who asks to close is told what holds it.
        return answer.Refusal is { HttpStatus: 403 } && asked > held.Available
            ? Refusals.InsufficientQuantity(held, asked)
            : answer;
    }

    /// <summary>Puts a new order in the place of a live one.</summary>
    public VenueAnswer<VenueOrder> Replace(Guid id, OrderChange change, DateTimeOffset at)
    {
        if (state.Orders.Find(id) is not { } old)
        {
            return Refusals.UnknownOrder(id.ToString());
        }

        if (old.IsLeg || old.IsMultiLeg)
        {
            return old.IsLeg ? Refusals.LegAlone : Refusals.PackageNotReplaceable;
        }

        if (old.Status is not (OrderStatus.New or OrderStatus.PartiallyFilled or OrderStatus.Accepted))
        {
            return Refusals.NotReplaceable(old.Status);
        }

        var request = new OrderRequest(
            old.Symbol,
            change.Quantity ?? old.Quantity,
            old.Side,
            old.Kind,
            change.LimitPrice ?? old.LimitPrice,
            change.ClientOrderId,
            old.Intent,
            old.Origin,
            old.StopPrice);
        var terms = judgement.Judge(request, at, old);
        if (!terms.Granted)
        {
            return terms.Refusal;
        }

        var replaced = state.Orders.Update(old with { Status = OrderStatus.Replaced, ReplacedAt = at, UpdatedAt = at });
        var order = Take(request, terms.Value, at, replaced.Id);
        state.Orders.Update(replaced with { ReplacedBy = order.Id });
        return order;
    }

    private VenueOrder Take(OrderRequest request, OrderTerms terms, DateTimeOffset at, Guid? replaces)
    {
        var life = intake.LifeFrom(at, request.Origin);
        var order = new VenueOrder
        {
            Id = state.Ids.Next(),
            ClientOrderId = request.ClientOrderId ?? state.Ids.Next().ToString(),
            Symbol = request.Symbol,
            Contract = terms.Contract,
            Side = request.Side,
            Kind = request.Kind,
            LimitPrice = request.LimitPrice,
            StopPrice = request.StopPrice,
            Quantity = request.Quantity,
            Intent = terms.Intent,
            Origin = request.Origin,
            Status = life.FirstStatus,
            CreatedAt = at,
            UpdatedAt = at,
            WorksFrom = life.Start,
            ReservedPrice = terms.ReservedPrice,
            FillsInParts = intake.FillsInParts(request.Quantity, request.Origin),
            Replaces = replaces,
        };
        intake.Take(order, [], life);
        return order;
    }
}
