using System.Globalization;
using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>What an order that the broker has leads to: booked as it fills, cancelled once its time or its reason is over.</summary>
internal static class EntryOrder
{
    public static EntryStep? Fills(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        entry.FilledQuantity > entry.BookedQuantity ? new EntryStep.Book(entry.FilledQuantity, entry.Order!.FilledAveragePrice) : null;

    public static EntryStep? Working(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits)
    {
        if (entry.Order is not { IsWorking: true } order)
        {
            return null;
        }

        if (observations.Look is not { } look)
        {
            return new EntryStep.Look();
        }

        return Reason(entry, order, observations.IsPermitted, look, moment, limits) is { } why
            ? CancelOrWait(entry, order, moment.Now, why)
            : new EntryStep.Wait(Next(entry, moment.Now, limits), Progress(entry));
    }

    public static EntryStep? Done(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) => entry.Order switch
    {
        null => null,
        _ when entry.FilledQuantity >= entry.Recommendation.Quantity => new EntryStep.Settle(EntryEnd.Filled, Progress(entry)),
        _ when entry.FilledQuantity > 0 => new EntryStep.Settle(EntryEnd.PartlyFilled, Progress(entry)),
        { Status: OrderStatus.Rejected } => new EntryStep.Settle(EntryEnd.Refused, "the broker took the order and rejected it later"),
        _ => new EntryStep.Settle(EntryEnd.Lapsed, $"its order ended without a fill: {entry.Order.StatusText}"),
    };

    // Why an opening order must not go on; null if it may.
    private static string? Reason(PositionEntry entry, Order order, bool isPermitted, EntryLook look, MarketMoment moment, EntryLimits limits) =>
        !isPermitted ? "entries are switched off, or a close needs its contract"
        : moment.Now >= entry.Recommendation.ExpiresAt ? "the recommendation has expired"
        : !moment.IsOpen || limits.Window is not { } window || moment.Now >= window.Until ? "the time for entries is over"
        : entry.Attempt!.IntentAt < moment.Session!.OpenAt ? "it is an order of an earlier session"
        : entry.Recommendation.Action == EntryAction.SellCall ? Uncovered(entry, order, look)
        : null;

    private static string? Uncovered(PositionEntry entry, Order order, EntryLook look) =>
        look.FreeShares is not { } free ? "the shares that cover it could not be read"
        : free < order.RemainingQuantity * (entry.Offer?.Multiplier ?? int.MaxValue) ? "the shares that cover it are gone or spoken for"
        : null;

    // A cancel is a request: it can be lost, stay pending, or come too late. Asking again does no harm.
    private static EntryStep CancelOrWait(PositionEntry entry, Order order, DateTimeOffset now, string why)
    {
        var askAgain = entry.CancelsAt.Count == 0 || now - entry.CancelsAt[^1] >= CloseLimits.BetweenLooks;
        return order.Status != OrderStatus.PendingCancel && askAgain
            ? new EntryStep.Cancel(order, why)
            : new EntryStep.Wait(
                now + CloseLimits.Pause(TimeSpan.Zero),
                $"{why}; waiting until the broker confirms its cancel",
                IsAlarming: now - (entry.CancelsAt.Count > 0 ? entry.CancelsAt[0] : entry.Attempt!.IntentAt) >= CloseLimits.WorkingPatience);
    }

    private static DateTimeOffset Next(PositionEntry entry, DateTimeOffset now, EntryLimits limits)
    {
        var next = now + CloseLimits.Pause(now - entry.Attempt!.IntentAt);
        var until = limits.Window!.Until < entry.Recommendation.ExpiresAt ? limits.Window.Until : entry.Recommendation.ExpiresAt;
        return next < until ? next : until;
    }

    private static string Progress(PositionEntry entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"{entry.FilledQuantity:0.####} of {entry.Recommendation.Quantity} filled{(entry.Order!.FilledAveragePrice is { } price ? $" at {price:0.00##}" : "")}, limit {entry.Attempt!.Ticket.LimitPrice:0.00##}");
}
