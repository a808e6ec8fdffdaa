using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>Finds what stands in the way of a closing: orders that hold the quantity, orders on its other side, and what other positions need.</summary>
internal static class HeldQuantity
{
    /// <summary>What orders and needs of others lead to; null if none is in the way.</summary>
    /// <remarks>
    /// Where something burns an order that holds the quantity is cancelled; else the owner's own is respected, and only one that is being
    /// cancelled already is waited for. What another closing has in the market is its own: it ends by itself.
    /// </remarks>
    public static CloseStep? Next(PositionClosing closing, CloseFacts facts) =>
        OpposingOrders.Next(closing, facts) ?? (OpenLeg.Of(closing, facts.Look!) is var legs ? Held(closing, legs, facts) ?? Needed(closing, legs, facts) : null);

    /// <summary>An order without whose cancel a leg cannot be closed; null if none is in the way.</summary>
    public static Order? Blocking(PositionClosing closing, IReadOnlyList<OpenLeg> legs, CloseLook look) => legs
        .Where(leg => leg.Closable > 0 && Free(closing, leg, look) < leg.Closable)
        .Select(leg => Others(closing, look).FirstOrDefault(order => order.Works(leg.Leg.Symbol, leg.Leg.ClosingSide())))
        .FirstOrDefault(order => order is not null);

    private static CloseStep? Held(PositionClosing closing, IReadOnlyList<OpenLeg> legs, CloseFacts facts) =>
        Blocking(closing, legs, facts.Look!) is not { } blocking ? null
        : CloseProtocol.IsImmediate(closing, facts) || blocking.Status == OrderStatus.PendingCancel ? WorkingOrder.CancelOrWait(closing, blocking, facts)
        : new CloseStep.GiveUp($"order {blocking.Id} holds the contracts, and only an urgent close cancels it");

    // A part of a single leg can be closed beside another closing; several legs wait until they can be closed in ratio. Where something
    // burns and its long leg is the cover of others, its short legs are bought back alone: that leaves nobody naked.
    private static CloseStep? Needed(PositionClosing closing, IReadOnlyList<OpenLeg> legs, CloseFacts facts) =>
        legs.Any(leg => leg.IsOnlyCover) ? CloseProtocol.IsImmediate(closing, facts) && legs.Any(leg => !leg.Leg.IsLong && leg.Closable > 0) ? null : CloseLooks.CoverOrWait(closing, facts)
        : legs.Any(leg => leg.Held > 0 && facts.Look!.ReservedOf(leg.Leg) > 0 && (leg.Closable == 0 || (closing.IsMultiLeg && leg.Closable < leg.Held)))
            ? new CloseStep.Wait(
                facts.Now + CloseLimits.Pause(TimeSpan.Zero), "another close is selling what is held of the same contract",
                IsAlarming: facts.Now - (closing.LastAttempt?.IntentAt ?? closing.Trigger.At) >= CloseLimits.WorkingPatience)
        : null;

    // What other closings reserve and other positions need is out of the closable already.
    private static decimal Free(PositionClosing closing, OpenLeg leg, CloseLook look) =>
        Math.Abs(look.HeldOf(leg.Leg.Symbol))
        - look.ReservedOf(leg.Leg)
        - Others(closing, look).Sum(order => Math.Max(order.RemainingOf(leg.Leg.Symbol, leg.Leg.ClosingSide()), Unsized(order, leg)));

    // An order by dollars has no quantity that is known: it may hold all.
    private static decimal Unsized(Order order, OpenLeg leg) =>
        order.Quantity == 0 && order.Works(leg.Leg.Symbol, leg.Leg.ClosingSide()) ? leg.Closable : 0;

    private static IEnumerable<Order> Others(PositionClosing closing, CloseLook look) =>
        look.Orders.Where(order => order.IsWorking && closing.Orders.All(own => own.Id != order.Id) && !look.PerhapsOfOtherClosings.Contains(order.Id));
}
