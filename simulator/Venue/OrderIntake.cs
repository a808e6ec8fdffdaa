using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market.Seeded;

namespace ExitDesk.Simulator.Venue;

/// <summary>Books orders that were granted and plans their day.</summary>
internal sealed class OrderIntake(VenueState state, Matching matching, CancelDesk cancels)
{
    private readonly SeededNoise _parts = new(state.Options.Seed, "partial fills");
    private long _counted;

    public OrderLife LifeFrom(DateTimeOffset at, OrderOrigin origin)
    {
        var session = state.Sessions.Running(at) ?? state.Sessions.NextOpening(at);
        var inSession = session.Open <= at;
        var rejected = origin == OrderOrigin.Client && state.Faults.Hits(Fault.AsynchronousRejection, 0.1);
        return new OrderLife(
            inSession ? OrderStatus.PendingNew : OrderStatus.Accepted,
            rejected ? null : (inSession ? at : session.Open) + state.Options.FillDelay,
            rejected ? at + state.Options.RejectionDelay : null,
            session.Close);
    }

    public bool FillsInParts(int quantity, OrderOrigin origin) =>
        origin == OrderOrigin.Client && quantity > 1
        && (state.Faults.Hits(Fault.PartialFills, 0.5) || _parts.Uniform(_counted++) < state.Options.PartialFillProbability);

    /// <param name="legs">Empty for an order in one contract or stock.</param>
    public void Take(VenueOrder order, IReadOnlyList<VenueOrder> legs, OrderLife life)
    {
        var at = order.CreatedAt;
        foreach (var part in legs.Prepend(order))
        {
            state.Orders.Add(part);
        }

        foreach (var part in legs.Prepend(order))
        {
            state.Watch.Accepted(part, state.Positions.Quantity(part.Symbol), state.Orders.Live, at);
        }

        WatchCover(order, legs, at);
        state.Accepted.Enqueue(new AcceptedOrder(order, state.Options.Wall.GetUtcNow()));
        if (life.Start is { } start)
        {
            state.Agenda.Plan(start, then => matching.Start(order.Id, then));
        }

        if (life.Rejection is { } rejection)
        {
            state.Agenda.Plan(rejection, then => cancels.Reject(order.Id, then));
        }

        state.Agenda.Plan(life.End, then => cancels.Expire(order.Id, then));
    }

    /// <summary>Judged on what is held alone, apart from the broker's own sums over orders and cash.</summary>
    private void WatchCover(VenueOrder order, IReadOnlyList<VenueOrder> legs, DateTimeOffset at)
    {
        var held = state.Positions.All.ToDictionary(position => position.Symbol, position => position.Quantity, StringComparer.Ordinal);
        var before = UncoveredCalls(held);
        foreach (var part in legs.Count == 0 ? [order] : legs)
        {
            var signed = part.Side == OrderSide.Buy ? part.Quantity : -part.Quantity;
            held[part.Symbol] = held.GetValueOrDefault(part.Symbol) + signed;
        }

        state.Watch.Uncovered(order, before, UncoveredCalls(held), at);
    }

    private int UncoveredCalls(Dictionary<string, int> held) => ShortCover.Of(
        held.Where(holding => state.Contracts.ContainsKey(holding.Key))
            .ToDictionary(holding => state.Contracts[holding.Key], holding => holding.Value),
        symbol => held.GetValueOrDefault(symbol)).UncoveredCalls;
}
