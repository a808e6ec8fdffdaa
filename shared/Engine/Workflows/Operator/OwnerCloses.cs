using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>What holds for every close that an owner asks for, by button or command.</summary>
public sealed class OwnerCloses(DeskLedger documents)
{
    /// <summary>Why this position cannot be closed now, for the owner; null if it can.</summary>
    public async Task<string?> RefusalAsync(Position position, CancellationToken cancellationToken)
    {
        var title = Html.Escape(Titles.Of(position));
        if (position.Status == PositionStatus.Closing)
        {
            var closing = await documents.ClosingAsync(position.Id, position.Closings, cancellationToken).ConfigureAwait(false);
            var filled = closing?.Value.FilledQuantity ?? 0;
            return $"{title}: already closing, {Figures.Quantity(filled)} of {Figures.Quantity(position.Quantity)} filled";
        }

        if (!position.Status.IsLive())
        {
            return $"{title}: already over";
        }

        return position.Management == Management.NotManagedYet
            ? $"{title} is not managed yet, so the desk never touches it: please close it at your broker"
            : null;
    }

    /// <summary>What closing at this quote returns, a fraction of the entry; null if unknown or short.</summary>
    /// <remarks>No card shows the gain of the question beside the price of the answer.</remarks>
    public static decimal? ReturnNow(Position position, Quote? quote) => position.Side == PositionSide.Long && quote?.Bid is { } bid
        ? (bid - position.EntryPrice) / position.EntryPrice
        : null;

    /// <summary>The trigger of an owner's close: of a rule's question the rule stays the reason, the owner is the authority.</summary>
    public static CloseTrigger Trigger(Position position, ApprovalFinding? finding, Quote? quote, string user, MarketMoment moment) => new(
        finding?.Reason ?? ExitReason.OwnerRequest,
        Urgency.Immediate,
        CloseAuthority.Owner,
        user,
        moment.Now,
        quote?.Bid,
        quote?.Ask,
        position.Side == PositionSide.Long ? quote?.Bid : quote?.Ask,
        finding is null ? null : ReturnNow(position, quote) ?? finding.Value,
        finding?.Threshold);
}
