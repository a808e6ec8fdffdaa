using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Sends one closing order: the intent is in the ledger before the broker hears of it, the answer after.</summary>
public sealed class CloseSubmission(
    IBroker broker, DeskLedger documents, LedgerInstance instance, CloseProgress progress, CloseBreaker breaker, ILogger<CloseSubmission> logger)
{
    private const int AnswerWrites = 5;

    /// <summary>Sends what a step asks for.</summary>
    /// <param name="closing">As read.</param>
    /// <param name="step">One that submits.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends the wait for the answer, not the order.</param>
    public async Task SubmitAsync(Stored<PositionClosing> closing, CloseStep step, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (await IntendedAsync(closing.Value, step, moment, cancellationToken).ConfigureAwait(false) is not { } intended)
        {
            await progress.RetryAsync(closing, CloseExecution.AfterFailedRead, "the ledger did not take its own name", cancellationToken).ConfigureAwait(false);
            return;
        }

        var attempt = intended.LastAttempt!;
        var written = await progress.WriteAsync(
            closing with { Value = intended }, moment.Now + CloseLimits.IntentLease, moment, [], new DeliveryRound(), cancellationToken).ConfigureAwait(false);
        if (written is null)
        {
            // Not written, or perhaps written: either way this run has no right to send. A stop must not wait for settlement.
            await progress.LookAgainAsync(closing.Value, moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        var outcome = attempt.ClientOrderId is { } id
            ? await broker.SubmitOrderAsync(new OrderTicket(id, attempt.Legs, attempt.Quantity, attempt.LimitPrice), cancellationToken).ConfigureAwait(false)
            : await broker.ClosePositionAsync(attempt.Symbol!, attempt.Quantity, cancellationToken).ConfigureAwait(false);
        logger.LogInformation("Closing {Closing}, attempt {Attempt}: {Outcome}", closing.Value.Id, attempt.Number, outcome);
        breaker.Leave(closing.Value.Id);
        var change = breaker.Judge(written.Value, CloseBreaker.VerdictOf(outcome), moment.Now);
        await RecordAsync(written, attempt, outcome, moment, cancellationToken).ConfigureAwait(false);
        await breaker.TellAsync(change, written.Value, moment.Now, cancellationToken).ConfigureAwait(false);
    }

    // Null if an id of ours is needed and the ledger has none yet.
    private async Task<PositionClosing?> IntendedAsync(PositionClosing closing, CloseStep step, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (step is CloseStep.SubmitClosePosition)
        {
            return CloseIntent.Of(closing, step, moment.Now, "");
        }

        var day = moment.Session?.Date ?? NewYork.DateOf(moment.Now);
        return await instance.FindAsync(cancellationToken).ConfigureAwait(false) is { } ledger
            ? CloseIntent.Of(closing, step, moment.Now, ClientOrderIds.Of(ledger, day, closing.Id, closing.AttemptsMade + 1))
            : null;
    }

    // An answer that cannot be written is not lost: the intent stands, and the next look finds the order.
    private async Task RecordAsync(
        Stored<PositionClosing> written, CloseAttempt attempt, SubmitOutcome outcome, MarketMoment moment, CancellationToken cancellationToken)
    {
        var current = written;
        for (var i = 0; i < AnswerWrites && current?.Value.LastAttempt is { IsOpenQuestion: true } last && last.Number == attempt.Number; i++)
        {
            var answered = current with { Value = CloseAnswer.Apply(current.Value, outcome, moment.Now) };
            var nextAt = answered.Value.LastAttempt!.RetryAfter ?? moment.Now + CloseAnswer.PauseAfter(outcome);
            var round = new DeliveryRound();
            var stored = await progress.WriteAsync(answered, nextAt, moment, Entries(answered.Value, outcome, moment), round, cancellationToken).ConfigureAwait(false);
            if (stored is not null)
            {
                await progress.ScheduleAsync(stored.Value, moment, cancellationToken).ConfigureAwait(false);
                await progress.TellAsync(round, cancellationToken).ConfigureAwait(false);
                return;
            }

            current = await documents.ClosingAsync(written.Value.PositionId, written.Value.Number, cancellationToken).ConfigureAwait(false);
        }

        await progress.LookAgainAsync(current?.Value ?? written.Value, moment, cancellationToken).ConfigureAwait(false);
    }

    private static List<OutboxEntry> Entries(PositionClosing closing, SubmitOutcome outcome, MarketMoment moment)
    {
        var attempt = closing.LastAttempt!;
        var eventId = $"{closing.Id}:attempt:{attempt.Number}{(attempt.Sends > 1 ? $":{attempt.Sends}" : "")}";
        var action = outcome switch
        {
            SubmitOutcome.Accepted => "order-accepted",
            SubmitOutcome.Refused => "order-refused",
            SubmitOutcome.RateLimited => "order-rate-limited",
            _ => "order-unknown",
        };
        var entries = new List<OutboxEntry>
        {
            Audit.Entry(
                eventId, moment.Now, closing.PositionId, action, closing.Trigger.RequestedBy,
                $"{CloseText.Of(closing, attempt)}, attempt {attempt.Number}: {attempt.OrderId ?? attempt.Detail}"),
        };
        if (attempt is { WalkStep: > 0, OrderId: not null })
        {
            entries.Add(new OutboxEntry(eventId + ":told", moment.Now) { Notice = new Notice(ClosingCards.Walking(closing, moment), closing.CardKey) { Kind = NoticeKind.Close, Reason = closing.Trigger.Reason } });
        }

        return entries;
    }
}
