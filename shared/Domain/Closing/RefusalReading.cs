using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>Whether what was read explains why the broker refused the last attempt, at once or after it had accepted its order. Pure.</summary>
/// <remarks>The text of a refusal decides nothing: position and orders do.</remarks>
public static class RefusalReading
{
    /// <summary>True if the position is flat or held in part, another order holds the quantity or stands on the other side, or an order of ours works after all.</summary>
    /// <param name="closing">With the look worked in.</param>
    /// <param name="look">The first after the refusal.</param>
    /// <returns>Null if there is nothing to judge: no refusal, or no complete look.</returns>
    public static bool? IsExplained(PositionClosing closing, CloseLook? look) =>
        look is not { IsComplete: true } || !IsRefused(closing)
            ? null
            : CloseObservation.IsGone(closing, look)
                || CloseObservation.IsUneven(closing, look)
                || closing.Orders.Any(order => order.IsWorking)
                || OpenLeg.Of(closing, look) is var legs && (HeldQuantity.Blocking(closing, legs, look) is not null || OpposingOrders.Standing(closing, legs, look).Any() || IsLess(closing.LastAttempt!, legs));

    /// <summary>True if the broker refused the last attempt, at once or after it had accepted its order.</summary>
    public static bool IsRefused(PositionClosing closing) => closing.LastAttempt is { } last
        && (last.Outcome == AttemptOutcome.Refused
            || closing.Orders.Any(order => order.Id == last.OrderId && order is { Status: OrderStatus.Rejected, FilledQuantity: 0 }));

    private static bool IsLess(CloseAttempt last, IReadOnlyList<OpenLeg> legs) => last.Legs.Count > 0
        ? legs.Any(leg => leg.Units < last.Quantity)
        : legs.Any(leg => leg.Leg.Symbol == last.Symbol && leg.Closable < last.Quantity);
}
