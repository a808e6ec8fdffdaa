using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>What reading says of the last attempt's order, and so of the broker. Pure.</summary>
public static class AttemptReading
{
    /// <summary>How long an order must have worked whose status alone does not say that it came through.</summary>
    public static readonly TimeSpan StandsAfter = TimeSpan.FromSeconds(5);

    /// <summary>The verdict after a look was worked in.</summary>
    /// <param name="closing">With the look worked in.</param>
    /// <param name="look">What was just read.</param>
    /// <param name="now">The broker's clock.</param>
    public static BreakerVerdict VerdictOf(PositionClosing closing, CloseLook look, DateTimeOffset now) =>
        RefusalReading.IsExplained(closing, look) is false ? BreakerVerdict.Refused
        : closing.LastAttempt is { OrderId: { } id } last && closing.Orders.FirstOrDefault(order => order.Id == id) is { } order && Stands(order, last, closing, now) ? BreakerVerdict.Taken
        : BreakerVerdict.Nothing;

    // An accepted order may be rejected a moment later: only the market's word, a fill or its own age says that it came through.
    private static bool Stands(Order order, CloseAttempt attempt, PositionClosing closing, DateTimeOffset now) =>
        order.FilledQuantity > 0
        || order.Status is OrderStatus.New or OrderStatus.PartiallyFilled or OrderStatus.Filled
        || (order.Status != OrderStatus.Rejected
            && now - attempt.IntentAt >= StandsAfter
            && (order.IsWorking || closing.CancelRequests.Any(request => request.OrderId == order.Id)));
}
