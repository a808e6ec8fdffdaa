using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Overrides;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>What holds for every close that an owner asks for, by button or command.</summary>
public sealed class OwnerCloses(DeskLedger documents, DeskCommits commits)
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

    /// <summary>Begins the close of a named position; an open question about it is over.</summary>
    /// <param name="position">As read; <see cref="RefusalAsync"/> had nothing against it.</param>
    /// <param name="update">Who asks for it.</param>
    /// <param name="how">For the question that it overtakes, for instance <c>/close</c>.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>False if the position changed just now: nothing is begun.</returns>
    public async Task<bool> StartAsync(Stored<Position> position, OperatorUpdate update, string how, MarketMoment moment, CancellationToken cancellationToken)
    {
        var mark = await documents.MarkAsync(position.Value.Id, cancellationToken).ConfigureAwait(false);
        var asked = position.Value.ApprovalToken is { } token
            ? await documents.ApprovalAsync(token, cancellationToken).ConfigureAwait(false)
            : null;
        var batch = CloseStart.Batch(position, Trigger(position.Value, null, mark.Quote, update.UserName, moment), cardKey: null, moment)
            .NoteClose(position.Value, asked?.Value, update.UserName, moment);
        if (asked is { Value.Status: ApprovalStatus.Open })
        {
            Question.Overtake(batch, asked, $"overtaken by {how} of {update.UserName}")
                .Post(Question.CardEntry(
                    asked.Value,
                    QuestionCards.Over(QuestionCards.Title(asked.Value, position.Value), $"Overtaken by {how} of {update.UserName}", moment.Now),
                    moment,
                    isFinal: true));
        }

        return await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is not null;
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
