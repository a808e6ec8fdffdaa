using System.Globalization;
using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Begins a closing: position, closing, message, audit and card in one commit.</summary>
public static class CloseStart
{
    /// <summary>
    /// The commit. It conflicts if the position changed since it was read, or if this closing exists already: a second close
    /// of the same position cannot begin.
    /// </summary>
    /// <param name="position">As read; live and not closing.</param>
    /// <param name="trigger">Why.</param>
    /// <param name="cardKey">The card that asked, to be continued; null for a card of its own.</param>
    /// <param name="moment">Now: whether it can begin at once.</param>
    public static LedgerBatch Batch(Stored<Position> position, CloseTrigger trigger, string? cardKey, MarketMoment moment)
    {
        var number = position.Value.Closings + 1;
        var closing = new PositionClosing(
            position.Value.Id, number, position.Value.Structure, trigger);
        closing = closing with { CardKey = cardKey ?? CardKeyOf(closing) };
        var begun = position.Value with { Status = PositionStatus.Closing, Closings = number, ApprovalToken = null };
        return new LedgerBatch()
            .Replace(LedgerKeys.Position(begun.Id), begun, position.Version)
            .Insert(LedgerKeys.Closing(begun.Id, number), closing)
            .Post(new OutboxEntry($"{closing.Id}:request", trigger.At) { Message = CloseRequest.Message(closing, "request") })
            .Post(Audit.Entry(
                $"{closing.Id}:request", trigger.At, begun.Id, "close-requested", trigger.RequestedBy,
                $"{Titles.Of(begun)}: {RuleText.Fired(trigger.Reason, trigger.Value, trigger.Threshold)}, "
                + $"quote {Figures.Price(trigger.Bid)} / {Figures.Price(trigger.Ask)}"))
            .Post(new OutboxEntry($"{closing.Id}:started", trigger.At)
            {
                Notice = new Notice(ClosingCards.Started(closing, moment), closing.CardKey) { Kind = NoticeKind.Close, Reason = trigger.Reason },
            });
    }

    // A walk that nobody met begins again with the next evaluation: the owner follows all of a day's in one card.
    private static string CardKeyOf(PositionClosing closing) => WalkPace.Of(closing.Trigger.Urgency) is null
        ? closing.Id
        : string.Create(CultureInfo.InvariantCulture, $"{closing.PositionId}:{closing.Trigger.Reason}:{NewYork.DateOf(closing.Trigger.At):yyyyMMdd}");
}
