using System.Globalization;
using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>What an order that the broker has leads to: cancelled once its time or its reason is over, booked as it fills.</summary>
internal static class EntryOrder
{
    /// <summary>What must not go on is cancelled before anything else: its rest could fill while the position of a part is looked for.</summary>
    public static EntryStep? Cancel(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        entry.Order is not { IsWorking: true } order ? null
        : Reason(entry, order, observations, moment, limits) is { } why && MayAskForCancel(entry, order, moment.Now) ? new EntryStep.Cancel(order, why)
        : observations.Look is null ? new EntryStep.Look()
        : null;

    public static EntryStep? Fills(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        entry.FilledQuantity > entry.BookedQuantity
            ? new EntryStep.Book(entry.FilledQuantity, entry.Order!.FilledAveragePrice)
            {
                LookAgainAt = entry.Order is not { IsWorking: true } order ? null
                    : Reason(entry, order, observations, moment, limits) is null ? Until(entry, limits)
                    : moment.Now + CloseLimits.BetweenLooks,
            }
            : null;

    public static EntryStep? Working(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        entry.Order is not { IsWorking: true } order ? null
        : Reason(entry, order, observations, moment, limits) is { } why ? Cancelling(entry, moment.Now, why)
        : new EntryStep.Wait(Next(entry, moment.Now, limits), Progress(entry));

    public static EntryStep? Done(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) => entry.Order switch
    {
        null => null,
        _ when entry.FilledQuantity >= entry.Recommendation.Quantity => new EntryStep.Settle(EntryEnd.Filled, Progress(entry)),
        _ when entry.FilledQuantity > 0 => new EntryStep.Settle(EntryEnd.PartlyFilled, Progress(entry)),
        { Status: OrderStatus.Rejected } => new EntryStep.Settle(EntryEnd.Refused, "the broker took the order and rejected it later"),
        _ => new EntryStep.Settle(EntryEnd.Lapsed, $"its order ended without a fill: {entry.Order.StatusText}"),
    };

    // Why an opening order must not go on; null if it may, or if only a look could tell.
    private static string? Reason(PositionEntry entry, Order order, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        !observations.IsPermitted ? "entries are switched off, or a close needs its contract"
        : moment.Now >= entry.Recommendation.ExpiresAt ? "the recommendation has expired"
        : !moment.IsOpen || limits.Window is not { } window || moment.Now >= window.Until ? "the time for entries is over"
        : entry.Attempt!.IntentAt < moment.Session!.OpenAt ? "it is an order of an earlier session"
        : entry.Recommendation.Action == EntryAction.SellCall && observations.Look is { } look ? Uncovered(entry, order, look)
        : null;

    private static string? Uncovered(PositionEntry entry, Order order, EntryLook look) =>
        look.FreeShares is not { } free ? "the shares that cover it could not be read"
        : free < order.RemainingQuantity * (entry.Offer?.Multiplier ?? int.MaxValue) ? "the shares that cover it are gone or spoken for"
        : null;

    // A cancel is a request: it can be lost, stay pending, or come too late. Asking again does no harm.
    private static bool MayAskForCancel(PositionEntry entry, Order order, DateTimeOffset now) =>
        order.Status != OrderStatus.PendingCancel && (entry.CancelsAt.Count == 0 || now - entry.CancelsAt[^1] >= CloseLimits.BetweenLooks);

    private static EntryStep.Wait Cancelling(PositionEntry entry, DateTimeOffset now, string why) => new(
        now + CloseLimits.Pause(TimeSpan.Zero),
        $"{why}; waiting until the broker confirms its cancel",
        IsAlarming: now - (entry.CancelsAt.Count > 0 ? entry.CancelsAt[0] : entry.Attempt!.IntentAt) >= CloseLimits.WorkingPatience);

    private static DateTimeOffset Next(PositionEntry entry, DateTimeOffset now, EntryLimits limits)
    {
        var next = now + CloseLimits.Pause(now - entry.Attempt!.IntentAt);
        return Until(entry, limits) is var until && next < until ? next : until;
    }

    private static DateTimeOffset Until(PositionEntry entry, EntryLimits limits) =>
        limits.Window!.Until < entry.Recommendation.ExpiresAt ? limits.Window.Until : entry.Recommendation.ExpiresAt;

    private static string Progress(PositionEntry entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"{entry.FilledQuantity:0.####} of {entry.Recommendation.Quantity} filled{(entry.Order!.FilledAveragePrice is { } price ? $" at {price:0.00##}" : "")}, limit {entry.Attempt!.Ticket.LimitPrice:0.00##}");
}
