using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Sends one closing order: the intent is in the ledger before the broker hears of it, the answer after.</summary>
public sealed class CloseSubmission(IBroker broker, DeskLedger documents, CloseProgress progress, ILogger<CloseSubmission> logger)
{
    private const int AnswerWrites = 5;

    public async Task SubmitAsync(Stored<PositionClosing> closing, decimal quantity, MarketMoment moment, CancellationToken cancellationToken)
    {
        var attempt = new CloseAttempt(closing.Value.Attempts.Count + 1, moment.Now, quantity, AttemptOutcome.Pending);
        var intended = closing with { Value = closing.Value with { Attempts = [.. closing.Value.Attempts, attempt] } };
        var written = await progress.WriteAsync(
            intended, moment.Now + CloseLimits.IntentLease, moment, [], new DeliveryRound(), cancellationToken).ConfigureAwait(false);
        if (written is null)
        {
            // Not written, or perhaps written: either way this run has no right to send. A stop must not wait for settlement.
            await progress.LookAgainAsync(closing.Value, moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        var outcome = await broker.ClosePositionAsync(closing.Value.Symbol, quantity, cancellationToken).ConfigureAwait(false);
        logger.LogInformation("Closing {Closing}, attempt {Attempt}: {Outcome}", closing.Value.Id, attempt.Number, outcome);
        await RecordAsync(written, attempt, outcome, moment, cancellationToken).ConfigureAwait(false);
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
            var stored = await progress.WriteAsync(answered, nextAt, moment, [AuditOf(answered.Value, outcome, moment)], round, cancellationToken).ConfigureAwait(false);
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

    private static OutboxEntry AuditOf(PositionClosing closing, SubmitOutcome outcome, MarketMoment moment)
    {
        var attempt = closing.LastAttempt!;
        var action = outcome switch
        {
            SubmitOutcome.Accepted => "order-accepted",
            SubmitOutcome.Refused => "order-refused",
            SubmitOutcome.RateLimited => "order-rate-limited",
            _ => "order-unknown",
        };
        return Audit.Entry(
            $"{closing.Id}:attempt:{attempt.Number}", moment.Now, closing.PositionId, action, closing.Trigger.RequestedBy,
            $"Close {Figures.Quantity(attempt.Quantity)} at the market, attempt {attempt.Number}: {attempt.OrderId ?? attempt.Detail}");
    }
}
