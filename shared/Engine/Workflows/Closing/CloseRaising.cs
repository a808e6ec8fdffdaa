using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Makes the running closing of a position more urgent.</summary>
public sealed class CloseRaising(DeskLedger documents, DeskCommits commits)
{
    /// <summary>Raises it, if the new trigger asks for more. What works is cancelled and confirmed by the next step, then it goes on.</summary>
    /// <param name="position">One that is being closed.</param>
    /// <param name="trigger">What fired, or who asked.</param>
    /// <param name="moment">Now.</param>
    /// <param name="round">Gets the words to the owner.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>False if nothing changed: it is urgent enough, over, or its step was faster. Then the next evaluation asks again.</returns>
    public async Task<bool> RaiseAsync(
        Position position, CloseTrigger trigger, MarketMoment moment, DeliveryRound round, CancellationToken cancellationToken)
    {
        var stored = await documents.ClosingAsync(position.Id, position.Closings, cancellationToken).ConfigureAwait(false);
        if (stored is null || CloseRaise.Apply(stored.Value, trigger) is not { } raised)
        {
            return false;
        }

        raised = raised with { NextAt = moment.Now, Revision = raised.Revision + 1 };
        var eventId = $"{raised.Id}:raised:{raised.Raised.Count}";
        var batch = new LedgerBatch()
            .Replace(LedgerKeys.Closing(raised.PositionId, raised.Number), raised, stored.Version)
            .Post(new OutboxEntry($"{eventId}:request", moment.Now)
            {
                Message = CloseRequest.Message(raised, $"raised{raised.Raised.Count}"),
            })
            .Post(Audit.Entry(
                eventId, moment.Now, raised.PositionId, "close-raised", trigger.RequestedBy,
                $"{Titles.Of(raised)}: from {Titles.Reason(stored.Value.Trigger.Reason)} to {Titles.Reason(trigger.Reason)}, {RuleText.Fired(trigger.Reason, trigger.Value, trigger.Threshold)}"))
            .Post(new OutboxEntry(eventId, moment.Now) { Notice = new Notice(ClosingCards.Raised(raised, moment), raised.CardKey) { Kind = NoticeKind.Close, Reason = raised.Trigger.Reason } });
        return await commits.CommitAsync(batch, round, cancellationToken).ConfigureAwait(false) is not null;
    }
}
