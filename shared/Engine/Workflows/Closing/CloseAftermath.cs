using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>What becomes of a position when its closing ended. Pure.</summary>
public static class CloseAftermath
{
    /// <summary>The position as it goes on, or as it ends.</summary>
    /// <param name="position">With the fills of others booked already.</param>
    /// <param name="ended">Its closing, over; never overtaken.</param>
    /// <param name="moment">Now.</param>
    public static Position Of(Position position, PositionClosing ended, MarketMoment moment)
    {
        var pnl = ended.RealizedPnl is { } realized ? (position.RealizedPnl ?? 0) + realized : position.RealizedPnl;
        return ended.End == CloseEnd.Closed
            ? position with
            {
                Status = ended.HasFills ? PositionStatus.Closed : PositionStatus.ClosedElsewhere,
                EndedAt = ended.EndedAt,
                RealizedPnl = pnl,
            }
            : position with
            {
                Status = PositionStatus.Open,
                Structure = position.Structure with { Units = position.Quantity - ended.FilledQuantity },
                RealizedPnl = pnl,
                UnevenSince = IsUneven(ended) ? moment.Now : null,
                MissingReads = IsUneven(ended) ? ended.UnevenLooks.Count : position.MissingReads,
                IsPartMissing = IsUneven(ended) || position.IsPartMissing,
                MissingSince = IsUneven(ended) ? ended.UnevenLooks[0] : position.MissingSince,
                Silences = ended.End == CloseEnd.GivenUp ? Barred(position, ended.Trigger, moment) : position.Silences,
            };
    }

    /// <summary>True if another closing may follow in the same card.</summary>
    public static bool MayBeTriedAgain(PositionClosing ended) => ended.End is CloseEnd.Unfilled;

    // Its looks are reads as good as a sync's: the next one need not wait for a second of its own.
    private static bool IsUneven(PositionClosing ended) => ended is { End: CloseEnd.Unfilled, UnevenLooks.Count: >= 2 };

    // The owner's word is no rule and is never barred.
    private static IReadOnlyList<Silence> Barred(Position position, CloseTrigger trigger, MarketMoment moment) => trigger.Reason == ExitReason.OwnerRequest
        ? position.Silences
        : [
            .. position.Silences.Where(silence => silence.Rule != trigger.Reason),
            new Silence(trigger.Reason, moment.Session?.CloseAt ?? moment.NextOpen) { UpTo = trigger.Urgency },
        ];
}
