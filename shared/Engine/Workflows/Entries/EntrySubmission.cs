using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Sends the order of an entry: the intent is in the ledger before the broker hears of it, the answer after.</summary>
public sealed class EntrySubmission(
    IEntryBroker broker, DeskLedger documents, EntryProgress progress, EntryBreaker breaker, ILogger<EntrySubmission> logger)
{
    private const int AnswerWrites = 5;

    /// <summary>Sends what a step asks for.</summary>
    /// <param name="entry">As read.</param>
    /// <param name="step">The order.</param>
    /// <param name="verdict">What the gates just said.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends the wait for the answer, not the order.</param>
    public async Task SubmitAsync(
        Stored<PositionEntry> entry, EntryStep.Submit step, EntryVerdict? verdict, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (breaker.TryEnter(entry.Value.Id, moment.Now) is { } until)
        {
            await progress.WaitAsync(entry, new EntryStep.Wait(until, "entries fail at the broker"), moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await SendAsync(entry, step, verdict, moment, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            breaker.Leave(entry.Value.Id);
        }
    }

    private async Task SendAsync(
        Stored<PositionEntry> entry, EntryStep.Submit step, EntryVerdict? verdict, MarketMoment moment, CancellationToken cancellationToken)
    {
        var intended = EntryIntent.Of(entry.Value with { Verdict = verdict ?? entry.Value.Verdict }, step, moment.Now);
        var round = new DeliveryRound();
        var written = await progress.WriteAsync(
            entry with { Value = intended }, moment.Now + CloseLimits.IntentLease, moment, Intent(intended, moment), round, cancellationToken).ConfigureAwait(false);
        if (written is null)
        {
            // Not written, or perhaps written: either way this run has no right to send.
            await progress.LookAgainAsync(entry.Value, moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        var outcome = await broker.SubmitOrderAsync(step.Ticket, cancellationToken).ConfigureAwait(false);
        logger.LogInformation("Entry {Entry}: {Outcome}", intended.Id, outcome);
        breaker.Judge($"{intended.Id}:{intended.Attempt!.Sends}", moment.Now, outcome, moment.Now);
        await RecordAsync(written, outcome, moment, round, cancellationToken).ConfigureAwait(false);
    }

    // Whoever finds the order or what it opened in the account, from here on finds out here what it is.
    private static LedgerBatch Intent(PositionEntry entry, MarketMoment moment)
    {
        var (wanted, ticket) = (entry.Recommendation, entry.Attempt!.Ticket);
        var opening = new Opening(entry.Id, [.. wanted.Legs.Select(Signed)], moment.Now)
        {
            Strategy = wanted.Strategy,
            Plan = wanted.ExitPlan,
            Notes = wanted.Notes,
        };
        return new LedgerBatch()
            .Put(LedgerKeys.Opening(entry.Id), opening)
            .Post(Audit.Entry(
                $"entry:{entry.Id}:intent:{entry.Attempt.Sends}", moment.Now, entry.Id, "entry-intended", "desk",
                $"{EntryText.Of(wanted)}, limit {Figures.Price(ticket.LimitPrice)}, {ticket.ClientOrderId}"));
    }

    private static LegQuantity Signed(OrderLeg leg) => new(leg.Symbol, leg.Side == OrderSide.Buy ? leg.Ratio : -leg.Ratio);

    // An answer that cannot be written is not lost: the intent stands, and the next look finds the order.
    private async Task RecordAsync(
        Stored<PositionEntry> written, SubmitOutcome outcome, MarketMoment moment, DeliveryRound round, CancellationToken cancellationToken)
    {
        var current = written;
        for (var i = 0; i < AnswerWrites && current?.Value.Attempt is { IsOpenQuestion: true } last && last.Sends == written.Value.Attempt!.Sends; i++)
        {
            var answered = EntryAnswer.Apply(current.Value, outcome, moment.Now);
            var nextAt = answered.Attempt!.RetryAfter ?? moment.Now + EntryAnswer.PauseAfter(outcome);
            if (await progress.WriteAsync(current with { Value = answered }, nextAt, moment, Told(answered, outcome, moment), round, cancellationToken).ConfigureAwait(false) is { } stored)
            {
                await progress.ScheduleAsync(stored.Value, moment, cancellationToken).ConfigureAwait(false);
                await progress.TellAsync(round, cancellationToken).ConfigureAwait(false);
                return;
            }

            current = await documents.EntryAsync(written.Value.Id, cancellationToken).ConfigureAwait(false);
        }

        await progress.LookAgainAsync(current?.Value ?? written.Value, moment, cancellationToken).ConfigureAwait(false);
        await progress.TellAsync(round, cancellationToken).ConfigureAwait(false);
    }

    private static LedgerBatch Told(PositionEntry entry, SubmitOutcome outcome, MarketMoment moment)
    {
        var attempt = entry.Attempt!;
        var eventId = $"entry:{entry.Id}:attempt:{attempt.Sends}";
        var action = outcome switch
        {
            SubmitOutcome.Accepted => "entry-accepted",
            SubmitOutcome.Refused => "entry-refused",
            SubmitOutcome.RateLimited => "entry-rate-limited",
            _ => "entry-unknown",
        };
        var batch = new LedgerBatch().Post(Audit.Entry(
            eventId, moment.Now, entry.Id, action, "desk", $"{EntryText.Of(entry.Recommendation)}: {attempt.OrderId ?? attempt.Detail}"));
        return outcome is SubmitOutcome.Accepted ? batch.Post(EntryCards.Entry(entry, EntryCards.Working(entry, moment), $"{eventId}:told", moment)) : batch;
    }
}
