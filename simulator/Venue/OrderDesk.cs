using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulator.Venue;

/// <summary>Takes, cancels and replaces orders.</summary>
internal sealed class OrderDesk(VenueState state, OrderJudgement judgement, Matching matching, CancelDesk cancels)
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
            old.Origin);
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
        var session = state.Sessions.Running(at) ?? state.Sessions.NextOpening(at);
        var inSession = session.Open <= at;
        var start = (inSession ? at : session.Open) + state.Options.FillDelay;
        var client = request.Origin == OrderOrigin.Client;
        var willBeRejected = client && state.Faults.Hits(Fault.AsynchronousRejection, 0.1);
        var order = new VenueOrder
        {
            Id = state.Ids.Next(),
            ClientOrderId = request.ClientOrderId ?? state.Ids.Next().ToString(),
            Symbol = request.Symbol,
            Contract = terms.Contract,
            Side = request.Side,
            Kind = request.Kind,
            LimitPrice = request.LimitPrice,
            Quantity = request.Quantity,
            Intent = terms.Intent,
            Origin = request.Origin,
            Status = inSession ? OrderStatus.PendingNew : OrderStatus.Accepted,
            CreatedAt = at,
            UpdatedAt = at,
            WorksFrom = willBeRejected ? null : start,
            ReservedPrice = terms.ReservedPrice,
            FillsInParts = client && request.Quantity > 1 && state.Faults.Hits(Fault.PartialFills, 0.5),
            Replaces = replaces,
        };
        state.Orders.Add(order);
        state.Watch.Accepted(order, state.Positions.Quantity(order.Symbol), state.Orders.Live, at);
        state.Accepted.Enqueue(new AcceptedOrder(order, state.Options.Wall.GetUtcNow()));
        PlanLife(order, start, session.Close, willBeRejected ? at + state.Options.RejectionDelay : null);
        return order;
    }

    private void PlanLife(VenueOrder order, DateTimeOffset start, DateTimeOffset close, DateTimeOffset? rejection)
    {
        if (rejection is { } rejectedAt)
        {
            state.Agenda.Plan(rejectedAt, at => cancels.Reject(order.Id, at));
        }
        else
        {
            state.Agenda.Plan(start, at => matching.Start(order.Id, at));
        }

        state.Agenda.Plan(close, at => cancels.Expire(order.Id, at));
    }
}
