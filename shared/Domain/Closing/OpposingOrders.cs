using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>Finds orders that stand on the other side of a close: the broker refuses to let an account trade with itself.</summary>
/// <remarks>
/// A market order is refused beside any of them, a limit order beside one that it crosses
/// [docs.alpaca.markets/docs/user-protection, "Preventing Wash Trades", read 2026-11].
/// </remarks>
internal static class OpposingOrders
{
    /// <summary>What must happen to them before a close is sent; null if nothing.</summary>
    /// <remarks>
    /// An entry of ours makes way for any close: what is to be closed is not to be enlarged. The owner's order makes way where
    /// something burns; a walk is tried beside it, for its price need not cross. A cancel that nobody confirms holds nothing back for
    /// longer than a few seconds: the close can only shrink a position, and the broker decides.
    /// </remarks>
    public static CloseStep? Next(PositionClosing closing, CloseFacts facts)
    {
        var standing = Standing(closing, OpenLeg.Of(closing, facts.Look!), facts.Look!).ToList();
        var isImmediate = CloseProtocol.IsImmediate(closing, facts);
        return standing
                .Where(order => isImmediate || order.IsNamedOpening())
                .Select(order => Removal(closing, order, facts))
                .OfType<CloseStep>()
                .OrderBy(step => step is not CloseStep.Cancel)
                .FirstOrDefault()
            ?? (!isImmediate && RefusalReading.IsRefused(closing) && standing.FirstOrDefault(order => !order.IsNamedOpening()) is { } owners
                ? new CloseStep.GiveUp($"order {owners.Id} stands on the other side, and only an urgent close cancels it")
                : null);
    }

    /// <summary>Working orders on the other side of what is still to be closed.</summary>
    public static IEnumerable<Order> Standing(PositionClosing closing, IReadOnlyList<OpenLeg> legs, CloseLook look) =>
        look.Orders.Where(order => closing.Orders.All(own => own.Id != order.Id) && !look.PerhapsOfOtherClosings.Contains(order.Id)
            && legs.Any(leg => leg.Held > 0 && order.Works(leg.Leg.Symbol, leg.Leg.ClosingSide() == OrderSide.Sell ? OrderSide.Buy : OrderSide.Sell)));

    // Asked twice, an order is asked again only after the close was tried beside it: many that nobody cancels would else hold it back in turn.
    private static CloseStep? Removal(PositionClosing closing, Order order, CloseFacts facts)
    {
        var requests = closing.CancelRequests.Where(request => request.OrderId == order.Id).ToList();
        var askedAt = requests.FirstOrDefault()?.At ?? closing.LastAttempt?.IntentAt ?? closing.Trigger.At;
        var isEnough = requests.Count >= 2 && !(closing.LastAttempt?.IntentAt > requests[^1].At);
        var step = WorkingOrder.CancelOrWait(closing, order, facts);
        return facts.Now - askedAt >= CloseLimits.BetweenLooks && (step is CloseStep.Wait || isEnough) ? null : step;
    }
}
