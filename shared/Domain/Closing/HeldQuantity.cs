using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>Finds orders of others that hold the quantity that a closing needs.</summary>
internal static class HeldQuantity
{
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
