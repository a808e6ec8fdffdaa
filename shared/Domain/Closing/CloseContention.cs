using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Closing;

/// <summary>Whose turn it is where there is room for a few closings, and many want to send. Pure.</summary>
public static class CloseContention
{
    /// <summary>What falls due this soon contends now.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromSeconds(5);

    /// <summary>What is later than this has lost its message: nobody waits for it.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromSeconds(30);

    /// <summary>True if it goes on while the breaker is open: by its urgency, or near its deadline.</summary>
    public static bool IsUrgent(PositionClosing closing, DateTimeOffset? deadlineAt, DateTimeOffset now) =>
        closing.Trigger.Urgency == Exits.Urgency.Immediate || deadlineAt - now <= CloseLimits.NearDeadline;

    /// <summary>Where a closing stands among those that want to send now.</summary>
    public static ClosePriority PriorityOf(PositionClosing closing, Session? session, ExpirySettings settings) =>
        ClosePriority.Of(closing.Id, closing.Structure, closing.Trigger.Risk, session, settings);

    /// <summary>How many closings that want to send now come before one.</summary>
    /// <param name="closing">The one.</param>
    /// <param name="unsettled">All that have not ended; it may be among them.</param>
    /// <param name="isUrgentOnly">True if only urgent ones may send.</param>
    /// <param name="moment">Now.</param>
    /// <param name="settings">Distances of deadlines from the close.</param>
    public static int Ahead(
        PositionClosing closing, IEnumerable<PositionClosing> unsettled, bool isUrgentOnly, MarketMoment moment, ExpirySettings settings)
    {
        var own = PriorityOf(closing, moment.Session, settings);
        return unsettled.Count(other => other.Id != closing.Id
            && WantsToSend(other, moment.Now)
            && PriorityOf(other, moment.Session, settings) is var priority
            && priority < own
            && (!isUrgentOnly || IsUrgent(other, priority.DeadlineAt, moment.Now)));
    }

    /// <summary>
    /// How many closings that want to call the broker come before one. To be flat is urgent, to have booked it is not: whoever sends
    /// waits for those alone that send; whoever only looks at what was sent lets those go first that send by the same deadline.
    /// </summary>
    /// <param name="closing">The one.</param>
    /// <param name="unsettled">All that have not ended; it may be among them.</param>
    /// <param name="within">Whoever is due this soon wants to: those who rest for the same calls among them.</param>
    /// <param name="moment">Now.</param>
    /// <param name="settings">Distances of deadlines from the close.</param>
    public static int AheadForCalls(
        PositionClosing closing, IEnumerable<PositionClosing> unsettled, TimeSpan within, MarketMoment moment, ExpirySettings settings)
    {
        var own = PriorityOf(closing, moment.Session, settings);
        return unsettled.Count(other => other.Id != closing.Id
            && IsDue(other, moment.Now, within)
            && PriorityOf(other, moment.Session, settings) is var priority
            && (IsOnlyLooking(other) == IsOnlyLooking(closing) ? priority < own
                : IsOnlyLooking(closing) && !(priority.DeadlineAt > own.DeadlineAt)));
    }

    private static bool IsOnlyLooking(PositionClosing closing) =>
        !closing.OpenLegs.Any() || closing.LastAttempt is { IsOpenQuestion: true } || closing.Orders.Any(order => order.IsWorking);

    // What has not begun, and what was told to wait for its turn. Whatever waits for something else, a cancel or a quote, would keep
    // all others from the broker without sending anything itself.
    private static bool WantsToSend(PositionClosing closing, DateTimeOffset now) =>
        IsDue(closing, now, Near)
        && (closing.Revision == 0 || closing.HeldBackSince is not null)
        && closing.LastAttempt is not { IsOpenQuestion: true }
        && !closing.Orders.Any(order => order.IsWorking)
        && closing.OpenLegs.Any();

    private static bool IsDue(PositionClosing closing, DateTimeOffset now, TimeSpan within) =>
        closing.End is null && closing.NextAt <= now + within && closing.NextAt >= now - Lost;
}
