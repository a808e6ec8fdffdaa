using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>Finds orders of others that stand in the way: those that hold the quantity that a closing needs, and those on its other side.</summary>
internal static class HeldQuantity
{
    /// <summary>What an order of somebody else leads to that holds what is to be closed; null if none does.</summary>
    /// <remarks>Where something burns it is cancelled; else the owner's own order is respected, and only one that is being cancelled already is waited for.</remarks>
    public static CloseStep? Next(PositionClosing closing, CloseFacts facts) => OpposingOrders.Next(closing, facts) ?? Held(closing, facts);

    private static CloseStep? Held(PositionClosing closing, CloseFacts facts) =>
        Blocking(closing, OpenLeg.Of(closing, facts.Look!), facts.Look!) is not { } blocking ? null
        : CloseProtocol.IsImmediate(closing, facts) || blocking.Status == OrderStatus.PendingCancel ? WorkingOrder.CancelOrWait(closing, blocking, facts)
        : new CloseStep.GiveUp($"order {blocking.Id} holds the contracts, and only an urgent close cancels it");

    /// <summary>An order without whose cancel a leg cannot be closed; null if none is in the way.</summary>
    public static Order? Blocking(PositionClosing closing, IReadOnlyList<OpenLeg> legs, CloseLook look) => legs
        .Where(leg => leg.Closable > 0 && Free(closing, leg, look) < leg.Closable)
        .Select(leg => Others(closing, look).FirstOrDefault(order => order.Works(leg.Leg.Symbol, leg.Leg.ClosingSide())))
        .FirstOrDefault(order => order is not null);

    private static decimal Free(PositionClosing closing, OpenLeg leg, CloseLook look) =>
        Math.Abs(look.HeldOf(leg.Leg.Symbol))
        - Others(closing, look).Sum(order => Math.Max(order.RemainingOf(leg.Leg.Symbol, leg.Leg.ClosingSide()), Unsized(order, leg)));

    // An order by dollars has no quantity that is known: it may hold all.
    private static decimal Unsized(Order order, OpenLeg leg) =>
        order.Quantity == 0 && order.Works(leg.Leg.Symbol, leg.Leg.ClosingSide()) ? leg.Closable : 0;

    private static IEnumerable<Order> Others(PositionClosing closing, CloseLook look) =>
        look.Orders.Where(order => order.IsWorking && closing.Orders.All(own => own.Id != order.Id));
}
